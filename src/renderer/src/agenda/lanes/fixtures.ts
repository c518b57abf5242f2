/** A small house for the tests of the agenda's drawing. Its people are openly fictitious. */
import type { AgendaDay, Appointment, Column } from '../../../../contract/agenda.ts';
import {
  AbsenceId,
  AppointmentTypeId,
  ClaimId,
  PatientId,
  PractitionerId,
} from '../../../../contract/ids.ts';
import type { PatientSummary } from '../../../../contract/patients.ts';
import type { Absence, Practitioner } from '../../../../contract/practice.ts';

export const MONDAY = '2026-11-23';

export const practitioner = (
  id: number,
  familyName: string,
  over: Partial<Practitioner> = {},
): Practitioner => ({
  id: PractitionerId.parse(id),
  version: 1,
  title: 'Dr',
  familyName,
  givenName: 'Camille',
  profession: 'general-practitioner',
  rpps: null,
  colour: '#0d7a72',
  step: 15,
  active: true,
  position: id,
  ...over,
});

export const patient = (id: number, displayName: string): PatientSummary => ({
  id: PatientId.parse(id),
  displayName,
  birth: { precision: 'day', value: '1952-03-12' },
  sex: 'female',
  phone: '+33639980001',
  city: 'Vichy',
  identity: 'provisional',
  attendingDoctor: { kind: 'unknown' },
  needs: [],
  homonym: false,
});

export const appointment = (
  id: number,
  practitionerId: number,
  start: number,
  end: number,
  over: Partial<Appointment> = {},
): Appointment => ({
  id: ClaimId.parse(id),
  version: 1,
  practitionerId: PractitionerId.parse(practitionerId),
  day: MONDAY,
  start,
  end,
  status: 'booked',
  patient: patient(1, 'DUPONT Marie'),
  appointmentTypeId: AppointmentTypeId.parse(1),
  typeName: 'Consultation',
  kind: 'regular',
  comment: null,
  overbooked: null,
  arrivedAt: null,
  startedAt: null,
  endedAt: null,
  releasedFrom: null,
  excused: null,
  cancelled: null,
  ...over,
});

export const absence = (start: number | null, end: number | null): Absence => ({
  id: AbsenceId.parse(1),
  version: 1,
  practitionerId: PractitionerId.parse(1),
  fromDay: MONDAY,
  toDay: MONDAY,
  start,
  end,
  reason: 'training',
  note: null,
});

export const column = (practitionerId: number, over: Partial<Column> = {}): Column => ({
  practitionerId: PractitionerId.parse(practitionerId),
  open: [{ start: 540, end: 720, kind: 'regular', capacity: 1 }],
  absences: [],
  present: true,
  ...over,
});

export const agendaDay = (over: Partial<AgendaDay> = {}): AgendaDay => ({
  day: MONDAY,
  holiday: null,
  columns: [column(1)],
  appointments: [],
  holds: [],
  unreadable: [],
  ...over,
});
