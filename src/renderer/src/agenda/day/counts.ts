import type { Appointment } from '../../../../contract/agenda.ts';
import type { Instant, Minute } from '../../../../contract/time.ts';

export interface Counts {
  readonly waiting: number;
  /** Minutes of the person who has waited longest; null when nobody waits. */
  readonly longestWait: number | null;
  /** Booked later today. */
  readonly toCome: number;
  readonly next: Minute | null;
}

/** From the same rows as the calendar, so that the line and the columns can never disagree (R9). */
export const countsOf = (appointments: readonly Appointment[], minute: Minute, instant: Instant): Counts => {
  const waiting = appointments.filter(({ status }) => status === 'arrived');
  const arrivals = waiting.flatMap(({ arrivedAt }) => (arrivedAt === null ? [] : [arrivedAt]));
  const toCome = appointments.filter(({ status, start }) => status === 'booked' && start >= minute);
  return {
    waiting: waiting.length,
    longestWait:
      arrivals.length === 0 ? null : Math.max(0, Math.floor((instant - Math.min(...arrivals)) / 60_000)),
    toCome: toCome.length,
    next: toCome.length === 0 ? null : Math.min(...toCome.map(({ start }) => start)),
  };
};
