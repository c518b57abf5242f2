import type { Appointment } from '../../../contract/agenda.ts';
import type { ClaimId, PractitionerId } from '../../../contract/ids.ts';
import { addDays, type Day, type Instant, instantOf, localNow, type Minute } from '../../../contract/time.ts';
import type { ReadDb } from '../../core/db.ts';
import type { Ground } from '../../core/ground.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { type Glance, glanceOf } from '../rules/glance.ts';
import * as store from '../store/appointments.ts';
import { changesSince } from '../store/changes.ts';
import { framesOf } from './frames.ts';

type What = 'added' | 'moved' | 'cancelled';

export interface GlanceView extends Glance {
  readonly day: Day;
  readonly minute: Minute;
  readonly changes: { at: Instant; what: What; appointment: Appointment }[];
  readonly tomorrowFirst: Appointment | null;
}

/** The desk opens at 8: what happened before is the day as it was found. */
const MORNING = 8 * 60;

const WHAT: Readonly<Record<string, What>> = {
  'appointment.booked': 'added',
  'appointment.cancelled.undone': 'added',
  'appointment.moved': 'moved',
  'appointment.moved.undone': 'moved',
  'appointment.cancelled': 'cancelled',
  'appointment.booked.undone': 'cancelled',
};

/** One line per appointment, the newest: what has become of it matters, not how it got there. */
const changesOfToday = (
  db: ReadDb,
  id: PractitionerId,
  since: Instant,
  today: Day,
): GlanceView['changes'] => {
  const newest = new Map<ClaimId, { at: Instant; what: What }>();
  for (const { at, action, claimId, before, after } of changesSince(db, id, since)) {
    const what = WHAT[action];
    const mine = [before, after].some((place) => place?.day === today && place.practitionerId === id);
    if (what && mine && !newest.has(claimId)) newest.set(claimId, { at, what });
  }
  const { appointments } = store.appointmentsById(db, [...newest.keys()]);
  const byId = new Map(appointments.map((a) => [a.id, a]));
  return [...newest].flatMap(([claimId, change]) => {
    const appointment = byId.get(claimId);
    return appointment ? [{ ...change, appointment }] : [];
  });
};

/** @throws DeskError NOT_FOUND */
export const glance = (ground: Ground, practitionerId: PractitionerId): GlanceView => {
  const { db } = ground;
  const { step } = practitioner(db, practitionerId);
  const zone = housesZone(db);
  const now = localNow(ground.clock.now(), zone);
  const { appointments } = store.appointmentsBetween(db, now.day, addDays(now.day, 1), [practitionerId]);
  const seen = glanceOf({
    appointments: appointments.filter((a) => a.day === now.day),
    open: framesOf(db, [practitionerId], now.day, now.day, ground.clock.now())(practitionerId, now.day).open,
    now,
    startedMinute: (a) => (a.startedAt === null ? a.start : localNow(a.startedAt, zone).minute),
    step,
  });
  return {
    ...now,
    ...seen,
    changes: changesOfToday(db, practitionerId, instantOf(now.day, MORNING, zone), now.day),
    tomorrowFirst: appointments.find((a) => a.day !== now.day && a.status === 'booked') ?? null,
  };
};
