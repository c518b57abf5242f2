/** What an act frees, and what of a freed time is still to be had. Truth table: docs/spec/waitlist-offers.md. */
import type { OpenRange } from '../../../contract/agenda.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import type { SlotKind } from '../../../contract/practice.ts';
import type { Day, Interval, Minute } from '../../../contract/time.ts';
import type { WaitlistKind } from '../../../contract/waitlist.ts';
import type { FreedCause } from '../../../contract/waitlist-offers.ts';
import { headsByMinute } from '../../agenda/rules/occupancy.ts';
import { subtract } from '../../practice/rules/intervals.ts';

export interface PlaceOfClaim extends Interval {
  readonly practitionerId: PractitionerId;
  readonly day: Day;
}

interface Told {
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface Vacated extends PlaceOfClaim {
  readonly cause: FreedCause;
}

type Claim = PlaceOfClaim & { readonly status: string; readonly releasedFrom: Minute | null };

const claimOf = (contents: unknown): Claim | null => contents as Claim | null;

const given = (claim: Claim | null): Minute | null =>
  claim?.status === 'noshow' ? claim.releasedFrom : null;

/** The time that one act on one appointment leaves. Whether anybody can be offered it is looked at afterwards. */
export const vacatedBy = ({ action, before, after }: Told): Vacated[] => {
  const was = claimOf(before);
  const is = claimOf(after);
  if (was === null || is === null) return [];
  const { practitionerId, day } = was;
  switch (action) {
    case 'appointment.cancelled':
      return [{ practitionerId, day, start: was.start, end: was.end, cause: 'cancelled' }];
    case 'appointment.moved': {
      const stays = is.practitionerId === practitionerId && is.day === day ? [is] : [];
      return subtract([was], stays).map((left) => ({ practitionerId, day, ...left, cause: 'moved' }));
    }
    case 'appointment.status': {
      const from = given(is);
      return from === null || from === given(was)
        ? []
        : [{ practitionerId, day, start: from, end: is.end, cause: 'noshow' }];
    }
    default:
      return [];
  }
};

export interface Piece extends Interval {
  readonly kind: SlotKind;
}

/** A newcomers' range is for those who wait to be taken on; ordinary time for those who would come sooner. */
export const servedBy = (kind: SlotKind): WaitlistKind =>
  kind === 'newPatient' ? 'registration' : 'earlier';

/**
 * The time of `within` in which one more fits, cut where the kind of the range changes. What is kept for unscheduled care
 * is nobody's on a list.
 */
export const roomWithin = (
  within: Interval,
  open: readonly OpenRange[],
  busy: readonly Interval[],
): Piece[] => {
  const heads = headsByMinute(busy);
  const pieces: { start: Minute; end: Minute; kind: SlotKind }[] = [];
  for (const range of [...open].sort((a, b) => a.start - b.start)) {
    if (range.kind === 'unscheduled') continue;
    const last = Math.min(range.end, within.end);
    for (let minute = Math.max(range.start, within.start); minute < last; minute++) {
      if ((heads[minute] ?? 0) >= range.capacity) continue;
      const piece = pieces.at(-1);
      if (piece?.end === minute && piece.kind === range.kind) piece.end = minute + 1;
      else pieces.push({ start: minute, end: minute + 1, kind: range.kind });
    }
  }
  return pieces;
};

export interface StillToBeHad {
  readonly open: readonly OpenRange[];
  readonly busy: readonly Interval[];
  /** The wall's minute today; 0 on a day to come, 1440 on one that is over. */
  readonly notBefore: Minute;
  /** Minutes between two possible starts. */
  readonly step: number;
  /** Less than that serves nobody. */
  readonly shortest: number;
}

/** A start never lies between two steps of its own time: at 9:05, the morning that came free goes on from 9:15. */
const fromNowOn = (piece: Piece, notBefore: Minute, step: number): Piece => {
  const skipped = Math.max(0, Math.ceil((notBefore - piece.start) / step));
  return { ...piece, start: piece.start + skipped * step };
};

/** What of this time can be offered now, in the order of the day. */
export const partsToOffer = (
  within: Interval,
  { open, busy, notBefore, step, shortest }: StillToBeHad,
): Piece[] =>
  roomWithin(within, open, busy)
    .map((piece) => fromNowOn(piece, notBefore, step))
    .filter(({ start, end }) => end - start >= shortest);
