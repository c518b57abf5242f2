/** Places in the fixtures' house, one after another, for years: place n is always the same. */
import type { PractitionerId } from '../../src/contract/ids.ts';
import { addDays, type Day } from '../../src/contract/time.ts';
import { COLIN, NGUYEN, ROLLAND } from '../support/agenda-house.ts';

export interface Place {
  readonly practitionerId: PractitionerId;
  readonly kind: 'doctor' | 'nurse' | 'physiotherapist';
  readonly day: Day;
  readonly start: number;
}

/** A working day's places: the doctor every 15 minutes, the nurse every 20, the physiotherapist every 30. */
const ofOneDay: readonly Omit<Place, 'day'>[] = (
  [
    [NGUYEN, 'doctor', 15],
    [ROLLAND, 'nurse', 20],
    [COLIN, 'physiotherapist', 30],
  ] as const
).flatMap(([practitionerId, kind, minutes]) =>
  [510, 840].flatMap((opens) =>
    Array.from({ length: 240 / minutes }, (_, i) => ({ practitionerId, kind, start: opens + i * minutes })),
  ),
);

/** Weeks from 4 January 2027 on: days of work that no public holiday falls on are found by skipping the others. */
export const placeAt = (n: number): Place => {
  const day = Math.floor(n / ofOneDay.length);
  const place = ofOneDay[n % ofOneDay.length];
  if (!place) throw new Error('no such place');
  return { ...place, day: workingDay(day) };
};

const HOLIDAYS = /-(01-01|05-01|05-08|07-14|08-15|11-01|11-11|12-25)$/;
const cache: Day[] = [];
export const workingDay = (index: number): Day => {
  while (cache.length <= index) {
    const last = cache.at(-1);
    let next = last === undefined ? '2027-01-04' : addDays(last, 1);
    // Tuesdays and Wednesdays only besides fixed dates: no movable feast ever falls on them.
    while (![2, 3].includes(Temporal.PlainDate.from(next).dayOfWeek) || HOLIDAYS.test(next))
      next = addDays(next, 1);
    cache.push(next);
  }
  return cache[index] ?? '';
};
