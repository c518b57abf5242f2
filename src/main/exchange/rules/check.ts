/**
 * The whole take-over as one decision: (files, what the desk knows, today) → prepared rows, refusals, report.
 * Nothing is read or written here; the dry run and the import run exactly this.
 */
import type { Profession } from '../../../contract/professions.ts';
import type { Day } from '../../../contract/time.ts';
import { checkAppointments } from './check-appointments.ts';
import { checkHours, checkPractitioners, checkTypes } from './check-house.ts';
import { checkPatients, type ReadPhone } from './check-patients.ts';
import { type ReadRole, readRoles } from './fields.ts';
import type {
  Checked,
  Known,
  PreparedAppointment,
  PreparedHours,
  PreparedPatient,
  PreparedType,
  RefusedLine,
  SourceFile,
} from './prepared.ts';
import { type Notes, warn } from './reader.ts';
import { kindOfType, looksLikeFormula } from './values.ts';

export interface CheckWith {
  readonly today: Day;
  readonly readPhone: ReadPhone;
  /** Codes of people who look like the same person, the earlier line first. */
  readonly likelyDuplicates: (patients: readonly PreparedPatient[]) => [string, string][];
  /** What deserves a look in an appointment, given the hours of the same files. */
  readonly oddityOf: (hours: readonly PreparedHours[]) => (appointment: PreparedAppointment) => string | null;
  readonly tick: (lines: number) => void;
}

const joined = <T>(
  files: readonly SourceFile[],
  role: ReadRole,
  check: (file: SourceFile) => readonly T[],
): T[] => files.filter((file) => file.role === role).flatMap((file) => check(file));

/** A motif that only past appointments name is kept, inactive, so that they still say what they were. */
const typesNamedOnlyByAppointments = (
  types: readonly PreparedType[],
  appointments: readonly PreparedAppointment[],
): PreparedType[] => {
  const known = new Set(types.map((type) => `${type.profession}/${type.name}`));
  const extra = new Map<string, PreparedType>();
  for (const { profession, typeName, start, end } of appointments) {
    const key = `${profession}/${typeName}`;
    if (typeName === null || known.has(key) || extra.has(key)) continue;
    const minutes = Math.min(480, Math.max(5, end - start));
    extra.set(key, { profession, name: typeName, minutes, kind: kindOfType(typeName), active: false });
  }
  return [...extra.values()];
};

export const check = (
  files: readonly SourceFile[],
  known: Known,
  types: readonly PreparedType[],
  using: CheckWith,
): Checked => {
  const refused: RefusedLine[] = [];
  const warnings = new Map<string, string[]>();
  const notes: Notes = { refused, warnings, tick: using.tick };

  const practitioners = joined(files, 'practitioners', (file) => checkPractitioners(file, notes));
  const professions = new Map<string, Profession>(known.practitioners.map((p) => [p.code, p.profession]));
  for (const { code, profession } of practitioners) professions.set(code, profession);
  const codes = new Set(professions.keys());

  const listedTypes = joined(files, 'appointmentTypes', (file) => checkTypes(file, notes));
  const hours = joined(files, 'openingHours', (file) => checkHours(file, notes, codes, using.today));
  const patients = joined(files, 'patients', (file) =>
    checkPatients(file, notes, using.today, using.readPhone, codes),
  );
  const patientCodes = new Set([...known.patientCodes, ...patients.map((patient) => patient.code)]);
  const checked = files
    .filter((file) => file.role === 'appointments')
    .map((file) => checkAppointments(file, notes, using.today, professions, patientCodes));
  const appointments = checked.flatMap((file) => file.taken);
  const oddityOf = using.oddityOf(hours);
  for (const appointment of appointments) {
    const oddity = oddityOf(appointment);
    if (oddity) warn(notes, oddity, appointment.code);
  }

  const refusalsOf = (role: ReadRole) =>
    refused
      .filter((line) => line.role === role)
      .map(({ code, reason }) => ({ code: looksLikeFormula(code) ? '' : code, reason }));
  for (const role of readRoles.slice(0, 3))
    for (const { code, reason } of refusalsOf(role)) warn(notes, `${role}: ${reason}`, code);
  return {
    report: {
      practitioners: practitioners.length,
      openingHours: hours.length,
      appointmentTypes: listedTypes.length,
      patients: {
        accepted: patients.length,
        rejected: refusalsOf('patients'),
        likelyDuplicates: using.likelyDuplicates(patients),
      },
      appointments: {
        accepted: appointments.length,
        deliberateOverlaps: checked.flatMap((file) => file.deliberateOverlaps),
        rejected: refusalsOf('appointments'),
        repeatedLines: checked.reduce((sum, file) => sum + file.repeatedLines, 0),
      },
      byStatus: sumOf(checked.map((file) => file.byStatus)),
      warnings: Object.fromEntries(warnings),
    },
    prepared: {
      practitioners,
      types: [...listedTypes, ...typesNamedOnlyByAppointments([...types, ...listedTypes], appointments)],
      hours,
      patients,
      appointments,
    },
    refused,
  };
};

const sumOf = (counts: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const total: Record<string, number> = {};
  for (const count of counts)
    for (const [label, n] of Object.entries(count)) total[label] = (total[label] ?? 0) + n;
  return total;
};
