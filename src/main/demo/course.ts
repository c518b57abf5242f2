/** How each appointment went, or stands at this minute: waiting, with the practitioner, gone, not come. Pure. */
import type { AppointmentStatus, CancelledBy } from '../../contract/agenda.ts';
import type { Day, Instant, Minute } from '../../contract/time.ts';
import type { Dice } from './dice.ts';
import type { Place } from './schedule.ts';

export interface Course {
  readonly status: AppointmentStatus;
  readonly createdAt: Instant;
  readonly arrivedAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly excused: boolean | null;
  readonly cancelledBy: CancelledBy | null;
  readonly cancelReason: string | null;
  readonly cancelledAt: Instant | null;
}

export interface Hour {
  readonly today: Day;
  readonly minute: Minute;
  readonly now: Instant;
  /** Instant of a minute of a day, on the house's wall. */
  instant(day: Day, minute: Minute): Instant;
}

const DAY_MS = 86_400_000;

const nothing = {
  arrivedAt: null,
  startedAt: null,
  endedAt: null,
  excused: null,
  cancelledBy: null,
  cancelReason: null,
  cancelledAt: null,
};

const cancelReasons: readonly (readonly [CancelledBy, string])[] = [
  ['patient', 'Empêchement'],
  ['patient', 'Va mieux'],
  ['patient', 'A trouvé plus tôt ailleurs'],
  ['practitioner', 'Réunion'],
];

/** @param late minutes by which the practitioner runs behind today */
export const courseOf = (place: Place, hour: Hour, late: number, chance: Dice): Course => {
  const booked = bookedAt(place, hour, chance);
  if (place.cancelled) {
    const [cancelledBy, cancelReason] = chance.pick(cancelReasons);
    const latest = Math.min(hour.now, hour.instant(place.day, place.start));
    const cancelledAt = Math.round(booked + (latest - booked) * (0.5 + chance.int(50) / 100));
    return { ...nothing, status: 'cancelled', createdAt: booked, cancelledBy, cancelReason, cancelledAt };
  }
  if (place.day > hour.today) return { ...nothing, status: 'booked', createdAt: booked };

  const minute = place.day < hour.today ? 1440 : hour.minute;
  const [begins, ends] = [place.start + late, place.end + late];
  const moment = (at: Minute): Instant => hour.instant(place.day, at);
  const arrival = Math.max(0, Math.min(begins, place.start - chance.between(1, 14)));
  const here = { ...nothing, createdAt: booked, arrivedAt: moment(arrival) };

  if (ends <= minute) {
    if (chance.chance(0.05))
      return { ...nothing, status: 'noshow', createdAt: booked, excused: chance.chance(0.35) };
    return { ...here, status: 'fulfilled', startedAt: moment(begins), endedAt: moment(ends) };
  }
  if (begins <= minute && place.overbooked === null)
    return { ...here, status: 'in-progress', startedAt: moment(begins) };
  // Not all have come: whoever is late shows on the board.
  const willCome = place.start <= minute ? 0.93 : 0.75;
  if (arrival <= minute && chance.chance(willCome)) return { ...here, status: 'arrived' };
  return { ...nothing, status: 'booked', createdAt: booked };
};

/** Some days before, or the same morning for what could not wait; never in the future, never before. */
const bookedAt = (place: Place, { today, now, instant }: Hour, chance: Dice): Instant => {
  const sameDay = place.type.kind === 'unscheduled' || place.overbooked !== null;
  const before = sameDay ? 0 : chance.between(1, 21);
  const latest = Math.min(now, instant(place.day, place.start)) - 60_000;
  const planned = instant(place.day, sameDay ? place.start - chance.between(10, 90) : 600) - before * DAY_MS;
  const wanted = place.day > today ? now - chance.between(1, 20 * 24) * 3_600_000 : planned;
  return Math.min(latest, wanted);
};
