import type { Booking, BookingAdvice } from '../../../contract/agenda.ts';
import type { ClaimId, PatientId, PractitionerId } from '../../../contract/ids.ts';
import { addDays, type Day, localNow, type Minute } from '../../../contract/time.ts';
import type { ReadDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { recordsOf } from '../../patients/store.ts';
import { appointmentType } from '../../practice/store/appointment-types.ts';
import { house } from '../../practice/store/house.ts';
import { practitioner, practitioners } from '../../practice/store/practitioners.ts';
import { NEARBY_DAYS, nearby } from '../rules/advice.ts';
import { readBack, whereSaid } from '../rules/read-back.ts';
import { appointmentsOfBetween } from '../store/appointments.ts';
import { endOf, patientBusy } from './place.ts';

interface Place {
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly start: Minute;
  readonly end: Minute;
  readonly appointmentTypeId: Booking['appointmentTypeId'] | null;
  readonly patientId: PatientId;
}

/** @param own the appointment itself, once it stands: it is not advice about itself */
export const adviceOn = (db: ReadDb, now: number, place: Place, own: ClaimId | null): BookingAdvice => {
  const home = found(house(db), 'house');
  const professions = new Map(practitioners(db).map((p) => [p.id, p.profession]));
  const from = addDays(place.day, -NEARBY_DAYS);
  const to = addDays(place.day, NEARBY_DAYS);
  const theirs = appointmentsOfBetween(db, recordsOf(db, place.patientId), from, to).appointments;
  return {
    instruction:
      place.appointmentTypeId === null ? null : appointmentType(db, place.appointmentTypeId).instruction,
    nearby: nearby(
      theirs.filter((a) => a.id !== own),
      place,
      (id) => professions.get(id),
    ),
    busy: patientBusy(db, { ...place, own }),
    readBack: readBack(place, practitioner(db, place.practitionerId), localNow(now, home.zone)),
    where: whereSaid(home),
  };
};

export type Intended = Omit<Booking, 'override' | 'comment'>;

export const advice = (ground: Ground, intended: Intended): BookingAdvice => {
  const { db } = ground;
  const minutes = intended.minutes ?? appointmentType(db, intended.appointmentTypeId).minutes;
  const place = { ...intended, end: endOf(intended.start, minutes) };
  return adviceOn(db, ground.clock.now(), place, null);
};
