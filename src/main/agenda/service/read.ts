import type { Appointment } from '../../../contract/agenda.ts';
import type { ClaimId, PatientId, PractitionerId } from '../../../contract/ids.ts';
import { type Day, localNow } from '../../../contract/time.ts';
import type { Ground } from '../../core/ground.ts';
import { recordsOf } from '../../patients/store.ts';
import { housesZone } from '../../practice/store/house.ts';
import { whyNotOpen } from '../rules/placement.ts';
import { type WaitingRoom, waitingRoomOf } from '../rules/waiting-room.ts';
import * as store from '../store/appointments.ts';
import { framesOf } from './frames.ts';

/** @throws DeskError NOT_FOUND */
export const get = (ground: Ground, id: ClaimId): Appointment => store.appointment(ground.db, id);

export const waitingRoom = (ground: Ground, day: Day): WaitingRoom =>
  waitingRoomOf(store.appointmentsBetween(ground.db, day, day).appointments);

const STILL_TO_COME: readonly Appointment['status'][] = ['booked', 'arrived', 'in-progress'];

export interface OfPatient {
  /** Soonest first. Today's count until they are dealt with. */
  readonly coming: Appointment[];
  /** Newest first. */
  readonly past: Appointment[];
  /** Newest first. */
  readonly cancelled: Appointment[];
}

/** One person's path, with what was booked under records that were merged into hers. */
export const ofPatient = (ground: Ground, patientId: PatientId): OfPatient => {
  const today = localNow(ground.clock.now(), housesZone(ground.db)).day;
  const { appointments } = store.appointmentsOf(ground.db, recordsOf(ground.db, patientId));
  const isComing = (a: Appointment): boolean => a.day >= today && STILL_TO_COME.includes(a.status);
  const live = appointments.filter((a) => a.status !== 'cancelled');
  return {
    coming: live.filter(isComing),
    past: live.filter((a) => !isComing(a)).reverse(),
    cancelled: appointments.filter((a) => a.status === 'cancelled').reverse(),
  };
};

export interface Stranded {
  readonly appointment: Appointment;
  readonly why: 'absent' | 'closed' | 'holiday';
}

/**
 * Appointments still to come that no open hour covers any more: an absence or a change of hours leaves them where they
 * are, and they are listed until somebody deals with them (R12). Those put outside hours on purpose are no surprise,
 * unless their practitioner is away.
 */
export const stranded = (
  ground: Ground,
  { from, to, practitionerId }: { from: Day; to: Day; practitionerId?: PractitionerId | undefined },
): Stranded[] => {
  const { db } = ground;
  const of = practitionerId === undefined ? null : [practitionerId];
  const waiting = store
    .appointmentsBetween(db, from, to, of)
    .appointments.filter((a) => a.status === 'booked' || a.status === 'arrived');
  const frames = framesOf(
    db,
    [...new Set(waiting.map((a) => a.practitionerId))],
    from,
    to,
    ground.clock.now(),
  );
  return waiting.flatMap((appointment) => {
    const why = whyNotOpen(appointment, frames(appointment.practitionerId, appointment.day));
    return why === null || (appointment.overbooked && why !== 'absent') ? [] : [{ appointment, why }];
  });
};

export interface Unsettled {
  readonly appointment: Appointment;
  readonly why: Stranded['why'] | 'called-off';
}

/**
 * Whom somebody has to warn between two days: where nobody will be there to see them, and what the practitioner or the
 * house called off. Whoever has another appointment to come was spoken to; nothing else tells whether a person knows.
 */
export const toWarn = (ground: Ground, { from, to }: { from: Day; to: Day }): Unsettled[] => {
  const { db } = ground;
  const calledOff = store
    .calledOffBetween(db, from, to)
    .appointments.filter(({ patient }) => ofPatient(ground, patient.id).coming.length === 0);
  return [
    ...stranded(ground, { from, to }),
    ...calledOff.map((appointment) => ({ appointment, why: 'called-off' as const })),
  ].sort(
    (a, b) =>
      (a.appointment.day < b.appointment.day ? -1 : a.appointment.day > b.appointment.day ? 1 : 0) ||
      a.appointment.start - b.appointment.start ||
      a.appointment.id - b.appointment.id,
  );
};
