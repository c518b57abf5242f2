import type { Appointment, Booking, BookingAdvice } from '../../../contract/agenda.ts';
import type { AppointmentType, Practitioner } from '../../../contract/practice.ts';
import type { Call } from '../../core/actor.ts';
import { failFields, found } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { survivorOf } from '../../patients/store.ts';
import { appointmentType } from '../../practice/store/appointment-types.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { offers } from '../rules/offers.ts';
import { appointment } from '../store/appointments.ts';
import { insertAppointment } from '../store/claims.ts';
import { adviceOn } from './advice.ts';
import { expireOverdue } from './holds.ts';
import { endOf, refusePatientBusy, rowsOf, writePlaced } from './place.ts';

export interface Booked {
  readonly appointment: Appointment;
  readonly advice: BookingAdvice;
}

/** @throws DeskError INVALID_INPUT */
export const refuseNotOffered = (who: Practitioner, type: AppointmentType | null): void => {
  if (!who.active) failFields({ path: 'practitionerId', code: 'inactive' });
  if (type && !offers(who, type)) failFields({ path: 'appointmentTypeId', code: 'not-offered' });
};

/**
 * Books within somebody else's transaction: an area above closes a request or a place on a list with the same commit.
 * @param about further rows that the journal entry tells of
 * @throws DeskError NOT_FOUND, INVALID_INPUT, OUTSIDE_HOURS, SLOT_TAKEN, PATIENT_BUSY
 */
export const bookWithin = (tx: Tx, booking: Booking, about: readonly RowRef[] = []): Booked => {
  const type = appointmentType(tx.db, booking.appointmentTypeId);
  if (!type.active) failFields({ path: 'appointmentTypeId', code: 'inactive' });
  refuseNotOffered(practitioner(tx.db, booking.practitionerId), type);
  const patientId = found(survivorOf(tx.db, booking.patientId), 'patient');
  const { practitionerId, day, start } = booking;
  const end = endOf(start, booking.minutes ?? type.minutes);
  expireOverdue(tx);
  const claim = writePlaced(
    tx,
    { practitionerId, day, start, end, type, patientId, own: null },
    booking.override,
    (mark) =>
      insertAppointment(tx.db, {
        practitionerId,
        day,
        start,
        end,
        patientId,
        appointmentTypeId: type.id,
        comment: booking.comment || null,
        createdAt: tx.now,
        ...mark,
      }),
  );
  if (!booking.acceptPatientBusy) refusePatientBusy(tx, claim);
  tx.record({
    action: 'appointment.booked',
    rows: [...rowsOf(claim), ...about],
    after: claim,
    undoable: true,
  });
  return { appointment: appointment(tx.db, claim.id), advice: adviceOn(tx.db, tx.now, claim, claim.id) };
};

export const book = (ground: Ground, call: Call, booking: Booking): Booked =>
  ground.write(call, (tx) => bookWithin(tx, booking));
