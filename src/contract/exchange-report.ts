/** Reading an import's report, the same on screen and on the terminal. Pure. */
import type { FileRole, ImportReport } from './exchange.ts';

export interface RefusedLines {
  readonly role: FileRole;
  /** Reason code → codes of the lines. */
  readonly reasons: ReadonlyMap<string, readonly string[]>;
}

/** Refused lines of these kinds stand among the warnings: `openingHours: unknown-practitioner`. */
const COUNTED_ROLES: readonly FileRole[] = ['practitioners', 'openingHours', 'appointmentTypes'];

const refusedRole = (key: string): { role: FileRole; reason: string } | null => {
  const [prefix, reason] = key.split(': ', 2);
  const role = COUNTED_ROLES.find((name) => name === prefix);
  return role === undefined || reason === undefined ? null : { role, reason };
};

/** Kinds that have refused lines, and these lines by reason. */
export const refusedLines = (report: ImportReport): readonly RefusedLines[] => {
  const kinds = new Map<FileRole, Map<string, string[]>>();
  const note = (role: FileRole, reason: string, code: string): void => {
    const reasons = kinds.get(role) ?? new Map<string, string[]>();
    kinds.set(role, reasons.set(reason, [...(reasons.get(reason) ?? []), code]));
  };
  for (const [key, codes] of Object.entries(report.warnings)) {
    const split = refusedRole(key);
    if (split !== null) for (const code of codes) note(split.role, split.reason, code);
  }
  for (const { code, reason } of report.patients.rejected) note('patients', reason, code);
  for (const { code, reason } of report.appointments.rejected) note('appointments', reason, code);
  return [...kinds].map(([role, reasons]) => ({ role, reasons }));
};

/** Taken over, and worth a look: reason code → codes of the lines. */
export const oddities = (report: ImportReport): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(report.warnings).filter(([key]) => refusedRole(key) === null);

/** Lines that are or would be taken over. */
export const acceptedLines = (report: ImportReport): number =>
  report.practitioners +
  report.openingHours +
  report.appointmentTypes +
  report.patients.accepted +
  report.appointments.accepted;

const numbers = new Intl.NumberFormat('fr-FR');

/** « 65 489 », the space narrow and unbreakable. */
export const frenchNumber = (n: number): string => numbers.format(n);

/** « 1 ligne », « 12 lignes ». `plural` when an s is not enough. */
export const many = (n: number, one: string, plural = `${one}s`): string =>
  `${frenchNumber(n)}\u00a0${n < 2 ? one : plural}`;
