/** How many unscheduled appointments a day's reserve holds, and where one more could be given. Pure. */
import type { OpenRange } from '../../../contract/agenda.ts';
import type { AppointmentType } from '../../../contract/practice.ts';
import { type Interval, type Minute, overlaps } from '../../../contract/time.ts';
import type { ExtraPlace } from '../../../contract/unscheduled.ts';
import { hasRoom, headsByMinute } from './occupancy.ts';
import { capacityOver } from './openings.ts';

/** The type that unscheduled care is booked as: the profession's own, else its first one. */
export const unscheduledType = (offered: readonly AppointmentType[]): AppointmentType | null => {
  const active = offered.filter((type) => type.active).sort((a, b) => a.position - b.position || a.id - b.id);
  return active.find(({ kind }) => kind === 'unscheduled') ?? active[0] ?? null;
};

interface ReserveDay {
  readonly open: readonly OpenRange[];
  readonly busy: readonly Interval[];
  /** Of one unscheduled appointment. */
  readonly minutes: number;
  readonly step: number;
  /** Nothing that starts before is offered any more. */
  readonly notBefore: Minute;
}

/**
 * What could still be booked one after the other within the reserve alone, each taken as soon as it fits. Ordinary
 * time beside it is not counted: nobody has promised it.
 */
export const placesOfReserve = ({ open, busy, minutes, step, notBefore }: ReserveDay): Interval[] => {
  const reserve = open
    .filter(({ kind }) => kind === 'unscheduled')
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const taken = [...busy];
  const places: Interval[] = [];
  for (const range of reserve) {
    const skipped = Math.max(0, Math.ceil((notBefore - range.start) / step));
    for (let start = range.start + skipped * step; start + minutes <= range.end; start += step) {
      const at = { start, end: start + minutes };
      const capacity = capacityOver(at, reserve) ?? 0;
      while (hasRoom(at, headsByMinute(taken), capacity)) {
        taken.push(at);
        places.push(at);
      }
    }
  }
  return places;
};

export const placesInReserve = (day: ReserveDay): number => placesOfReserve(day).length;

const MOST_PLACES = 6;

/** Opening time without its kinds: ranges that touch are one block. */
const blocksOf = (open: readonly OpenRange[]): Interval[] => {
  const blocks: { start: Minute; end: Minute }[] = [];
  for (const { start, end } of [...open].sort((a, b) => a.start - b.start)) {
    const last = blocks.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else blocks.push({ start, end });
  }
  return blocks;
};

/**
 * The likeliest places for one more: right after each of her blocks and right before the first, where nobody is booked;
 * then ordinary places that nobody has taken, the first of each block. In the order of the day, six at the most.
 */
export const extraPlaces = ({ open, busy, minutes, step, notBefore }: ReserveDay): ExtraPlace[] => {
  const blocks = blocksOf(open);
  const free = (at: Interval): boolean =>
    at.start >= notBefore && at.end <= 1440 && !busy.some((one) => overlaps(one, at));
  const beyond = blocks
    .flatMap((block, index) => [
      { start: block.end, end: block.end + minutes },
      ...(index === 0 ? [{ start: block.start - minutes, end: block.start }] : []),
    ])
    .filter((at) => at.start >= 0 && free(at) && !blocks.some((block) => overlaps(block, at)));
  const ordinary = open.filter(({ kind }) => kind === 'regular').sort((a, b) => a.start - b.start);
  const within = blocks.flatMap((block): Interval[] => {
    for (const range of ordinary) {
      if (!overlaps(range, block)) continue;
      for (let start = range.start; start + minutes <= range.end; start += step) {
        const at = { start, end: start + minutes };
        if (free(at)) return [at];
      }
    }
    return [];
  });
  return [
    ...beyond.map((at) => ({ ...at, kind: 'beyond' as const })),
    ...within.map((at) => ({ ...at, kind: 'free' as const })),
  ]
    .slice(0, MOST_PLACES)
    .sort((a, b) => a.start - b.start);
};
