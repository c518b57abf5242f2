/**
 * Which step of the cascade a free place belongs to. The 48 hours are elapsed time from the first word (SAS: an
 * appointment within 48 hours, the person's own doctor first); half-days are the house's wall clock.
 */
import type { Slot } from '../../../contract/agenda.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import { addDays, type Day, type Instant, instantOf, type LocalNow } from '../../../contract/time.ts';
import type { CascadeStepKind } from '../../../contract/unscheduled.ts';

export const WITHIN_MS = 48 * 3_600_000;
/** The minute that parts the morning from the afternoon. */
export const HALF_DAY_AT = 13 * 60;

export interface HalfDay {
  readonly day: Day;
  readonly half: 'morning' | 'afternoon';
}

export const halfDayOf = ({ day, minute }: LocalNow): HalfDay => ({
  day,
  half: minute < HALF_DAY_AT ? 'morning' : 'afternoon',
});

const after = ({ day, half }: HalfDay): HalfDay =>
  half === 'morning' ? { day, half: 'afternoon' } : { day: addDays(day, 1), half: 'morning' };

const isSame = (a: HalfDay, b: HalfDay | null): boolean => a.day === b?.day && a.half === b.half;

/**
 * Until when somebody must be found. Once it has passed nobody is told that there is nothing: it counts anew from now,
 * and the screen says that it is late.
 */
export const deadlineOf = (
  askedAt: Instant,
  now: Instant,
): { readonly deadline: Instant; readonly late: boolean } =>
  now < askedAt + WITHIN_MS
    ? { deadline: askedAt + WITHIN_MS, late: false }
    : { deadline: now + WITHIN_MS, late: true };

/**
 * The first half-day after this one in which the profession is open and which begins before the deadline: nights,
 * weekends and public holidays are passed over. Null when none does.
 */
export const nextHalfDay = (
  wall: LocalNow,
  deadline: Instant,
  zone: string,
  isOpen: (half: HalfDay) => boolean,
): HalfDay | null => {
  for (let next = after(halfDayOf(wall)); ; next = after(next)) {
    const begins = instantOf(next.day, next.half === 'morning' ? 0 : HALF_DAY_AT, zone);
    if (begins > deadline) return null;
    if (isOpen(next)) return next;
  }
};

export interface Windows {
  readonly wall: LocalNow;
  readonly zone: string;
  readonly deadline: Instant;
  readonly next: HalfDay | null;
  readonly ownDoctorId: PractitionerId | null;
}

/** Null: it starts after the deadline and is no part of the cascade. */
export const stepOf = (
  { day, start, practitionerId }: Pick<Slot, 'day' | 'start' | 'practitionerId'>,
  { wall, zone, deadline, next, ownDoctorId }: Windows,
): CascadeStepKind | null => {
  if (instantOf(day, start, zone) > deadline) return null;
  const half = halfDayOf({ day, minute: start });
  if (isSame(half, halfDayOf(wall))) return practitionerId === ownDoctorId ? 'own-doctor' : 'colleagues';
  return isSame(half, next) ? 'next-half-day' : 'within-48h';
};
