/** Rows ready to be written, and what was found on the way: what the worker hands to the write transaction. */
import type { AppointmentStatus } from '../../../contract/agenda.ts';
import type { ImportReport } from '../../../contract/exchange.ts';
import type { BirthDate, Phone, Sex } from '../../../contract/patients.ts';
import type { SlotKind } from '../../../contract/practice.ts';
import type { Profession } from '../../../contract/professions.ts';
import type { Day, Minute, Weekday } from '../../../contract/time.ts';
import type { Mapping, ReadRole } from './fields.ts';

export interface Line {
  /** Of the file, counted from 1, header included: what the receptionist sees in a spreadsheet. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface SourceFile {
  readonly name: string;
  readonly role: ReadRole;
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly lines: readonly Line[];
}

export interface PreparedPractitioner {
  readonly code: string;
  readonly title: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly profession: Profession;
  readonly rpps: string | null;
  readonly step: number;
}

export interface PreparedType {
  readonly profession: Profession;
  readonly name: string;
  readonly minutes: number;
  readonly kind: SlotKind;
  /** False when only old appointments name it: kept to read them by, not offered any more. */
  readonly active: boolean;
}

export interface PreparedHours {
  readonly practitioner: string;
  readonly weekday: Weekday;
  readonly start: Minute;
  readonly end: Minute;
  readonly everyWeeks: number;
  readonly anchorDay: Day;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

export interface PreparedPatient {
  readonly code: string;
  readonly birthName: string;
  readonly usedName: string | null;
  readonly givenNames: string;
  readonly birth: BirthDate;
  readonly sex: Sex;
  readonly phones: readonly Phone[];
  readonly email: string | null;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly doctor: string | null;
  /** What could not be understood is kept in words rather than lost. */
  readonly note: string | null;
}

export interface PreparedAppointment {
  readonly code: string;
  readonly practitioner: string;
  readonly patient: string;
  readonly day: Day;
  readonly start: Minute;
  readonly end: Minute;
  readonly profession: Profession;
  readonly typeName: string | null;
  readonly status: AppointmentStatus;
  readonly comment: string | null;
  readonly overbooked: boolean;
}

export interface RefusedLine {
  readonly role: ReadRole;
  readonly file: string;
  readonly number: number;
  readonly code: string;
  readonly reason: string;
}

export interface Prepared {
  readonly practitioners: readonly PreparedPractitioner[];
  readonly types: readonly PreparedType[];
  readonly hours: readonly PreparedHours[];
  readonly patients: readonly PreparedPatient[];
  readonly appointments: readonly PreparedAppointment[];
}

export interface Checked {
  readonly report: Omit<ImportReport, 'encoding' | 'separator'>;
  readonly prepared: Prepared;
  readonly refused: readonly RefusedLine[];
}

/** What the desk already knows when a file is checked: a second export may hold only part of the first. */
export interface Known {
  readonly practitioners: readonly { readonly code: string; readonly profession: Profession }[];
  readonly patientCodes: readonly string[];
}
