/**
 * A practitioner's reserve for unscheduled care: who may be put into it, and until when it is kept. Rules and examples:
 * docs/spec/unscheduled.md.
 */
import type { OpenRange } from '../../../contract/agenda.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import type { SlotKind } from '../../../contract/practice.ts';
import type { Profession } from '../../../contract/professions.ts';
import type { Day, LocalNow, Minute } from '../../../contract/time.ts';
import type { ReserveRule, ReserveState } from '../../../contract/unscheduled.ts';

/** Nobody has asked her yet: her reserve is not given to colleagues' patients, and goes with everybody's at the hour. */
export const unsaidRule = (practitionerId: PractitionerId): ReserveRule => ({
  practitionerId,
  version: 0,
  shares: false,
  keeps: false,
});

interface Standing {
  readonly rule: Pick<ReserveRule, 'keeps'>;
  /** The house's hour. */
  readonly releaseAt: Minute | null;
  readonly byHand: boolean;
}

/** The house's hour is of the day itself: tomorrow's reserve is never touched tonight, and a past day stays as it was. */
export const reserveStateOn = (
  day: Day,
  now: LocalNow,
  { rule, releaseAt, byHand }: Standing,
): ReserveState => {
  if (byHand) return 'by-hand';
  const struck = releaseAt !== null && day === now.day && now.minute >= releaseAt;
  return struck && !rule.keeps ? 'at-hour' : 'kept';
};

/** Released time is ordinary time, of the same capacity, from then on. */
export const withReserve = (open: readonly OpenRange[], state: ReserveState): OpenRange[] =>
  open.map((range) =>
    range.kind === 'unscheduled' && state !== 'kept' ? { ...range, kind: 'regular' } : range,
  );

interface Seen {
  readonly id: PractitionerId;
  readonly profession: Profession;
}

/**
 * What somebody may use here: a colleague's patient stays out of a reserve that its practitioner has not opened to
 * colleagues, and may take her ordinary time like anybody. Whoever is followed by nobody of the house is nobody's
 * patient, and is why reserves exist.
 * @param followedBy the person's own doctor, when in the house
 */
export const kindHere = (
  wanted: SlotKind,
  here: Seen,
  { shares }: Pick<ReserveRule, 'shares'>,
  followedBy: Seen | null,
): SlotKind =>
  wanted === 'unscheduled' &&
  !shares &&
  followedBy !== null &&
  followedBy.id !== here.id &&
  followedBy.profession === here.profession
    ? 'regular'
    : wanted;
