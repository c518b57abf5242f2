/** Appointments of the fictitious house, many at a time: they come with their past, which no booking would accept. */
import type { StaffId } from '../../contract/ids.ts';
import { run, type WriteDb } from '../core/db.ts';
import type { Course } from './course.ts';
import type { Place } from './schedule.ts';

const INSERT = `INSERT INTO claims (version, kind, practitioner_id, day, start_min, end_min, status, capacity, overbooked,
    overbooked_reason, overbooked_by, patient_id, appointment_type_id, comment, arrived_at, started_at, ended_at,
    excused, cancelled_by, cancel_reason, cancelled_at, created_at)
  VALUES (1, 'appointment', :practitionerId, :day, :start, :end, :status, :capacity, :overbooked,
    :overbookedReason, :overbookedBy, :patientId, :typeId, :comment, :arrivedAt, :startedAt, :endedAt,
    :excused, :cancelledBy, :cancelReason, :cancelledAt, :createdAt)`;

/** @param by who is said to have overbooked */
export const insertAppointment = (db: WriteDb, place: Place, course: Course, by: StaffId): void => {
  run(db, INSERT, {
    practitionerId: place.practitionerId,
    day: place.day,
    start: place.start,
    end: place.end,
    capacity: place.capacity,
    overbooked: place.overbooked === null ? 0 : 1,
    overbookedReason: place.overbooked,
    overbookedBy: place.overbooked === null ? null : by,
    patientId: place.patientId,
    typeId: place.type.id,
    comment: place.comment,
    status: course.status,
    arrivedAt: course.arrivedAt,
    startedAt: course.startedAt,
    endedAt: course.endedAt,
    excused: course.excused === null ? null : course.excused ? 1 : 0,
    cancelledBy: course.cancelledBy,
    cancelReason: course.cancelReason,
    cancelledAt: course.cancelledAt,
    createdAt: course.createdAt,
  });
};
