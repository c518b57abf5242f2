/**
 * What comes back from the télésecrétariat in the morning: lines typed or pasted, each of which becomes a request, a
 * call-back or an appointment, or is set aside by somebody. A line is never deleted (docs/spec/handover.md).
 */
import * as z from 'zod';
import { needs } from './base.ts';
import { Slot } from './errors.ts';
import {
  AppointmentTypeId,
  CallbackId,
  ClaimId,
  PatientId,
  PractitionerId,
  RequestId,
  ReturnBatchId,
  ReturnLineId,
  StaffId,
} from './ids.ts';
import { PatientSummary, Resemblance } from './patients.ts';
import { RequestMessage, RequestNature } from './requests.ts';
import { Day, Instant, Minute } from './time.ts';

/** The columns, in the order in which a table without titles is read. */
export const lineFields = [
  'heard',
  'familyName',
  'givenName',
  'birth',
  'phone',
  'matter',
  'whom',
  'kind',
  'day',
  'start',
] as const;
export const LineField = z.enum(lineFields);
export type LineField = z.infer<typeof LineField>;

/** Kept whole even where it is too long to become anything: the line says so, and somebody shortens it. */
const cell = z.string().max(4000);
export const LineCells = z.object({
  heard: cell,
  familyName: cell,
  givenName: cell,
  birth: cell,
  phone: cell,
  matter: cell,
  whom: cell,
  kind: cell,
  day: cell,
  start: cell,
});
export type LineCells = z.infer<typeof LineCells>;

export const LineKind = z.enum(['request', 'callback', 'appointment']);
export type LineKind = z.infer<typeof LineKind>;

/** Why a line became nothing. A closed list, without « other ». */
export const AsideReason = z.enum(['duplicate', 'already-done', 'not-for-us', 'wrong-call']);
export type AsideReason = z.infer<typeof AsideReason>;

/** Why a line cannot become what it proposes, at its field. */
export const LineProblem = z.object({
  field: LineField,
  code: z.enum([
    'too-long',
    'nobody',
    'name-missing',
    'birth-unreadable',
    'phone-unreadable',
    'nobody-to-call',
    'practitioner-unknown',
    'practitioner-ambiguous',
    'practitioner-missing',
    'day-unreadable',
    'day-missing',
    'hour-unreadable',
    'hour-missing',
    'no-type',
  ]),
});
export type LineProblem = z.infer<typeof LineProblem>;

export const Settled = z.object({
  what: z.enum(['request', 'callback', 'appointment', 'aside']),
  requestId: RequestId.nullable(),
  callbackId: CallbackId.nullable(),
  appointmentId: ClaimId.nullable(),
  reason: AsideReason.nullable(),
  at: Instant,
  by: StaffId,
});
export type Settled = z.infer<typeof Settled>;

/** What the line would become, read now: nothing of it is stored. */
export const LineReading = z.object({
  kind: LineKind,
  problems: z.array(LineProblem),
  /** Known people who look like the caller, strongest first. */
  people: z.array(Resemblance),
  /** The one who is meant beyond doubt; somebody confirms it with the line. Null: to be chosen, or nobody is known. */
  patient: PatientSummary.nullable(),
  practitionerId: PractitionerId.nullable(),
  nature: RequestNature,
  message: RequestMessage.nullable(),
  /** By when the call is promised. */
  due: Instant,
  place: z
    .object({
      practitionerId: PractitionerId,
      day: Day,
      start: Minute,
      minutes: z.int(),
      appointmentTypeId: AppointmentTypeId,
    })
    .nullable(),
  /** Why the place is not to be had, with the nearest that are. */
  collision: z
    .object({
      why: z.enum(['taken', 'closed', 'absent', 'holiday', 'past', 'reserved', 'patient-busy']),
      proposals: z.array(Slot),
    })
    .nullable(),
  /** The earlier line that says the same of the same person: its position. */
  twin: z.int().nullable(),
  /** What the house knows of it already. `same-appointment`: this very one stands. */
  already: z.enum(['open-request', 'open-callback', 'same-day', 'same-appointment']).nullable(),
});
export type LineReading = z.infer<typeof LineReading>;

export const ReturnLine = z.object({
  id: ReturnLineId,
  version: z.int(),
  batchId: ReturnBatchId,
  /** From 1, over the lines of its batch. */
  position: z.int(),
  typed: z.string(),
  cells: LineCells,
  settled: Settled.nullable(),
  /** Null once it is settled. */
  reading: LineReading.nullable(),
});
export type ReturnLine = z.infer<typeof ReturnLine>;

export const Returned = z.object({
  /** Of every batch that is not finished, and of those brought today; the earliest first. */
  lines: z.array(ReturnLine),
  open: z.int(),
  total: z.int(),
});
export type Returned = z.infer<typeof Returned>;

const line = z.object({ id: ReturnLineId, version: z.int() });

/** Longest paste, in characters, and most lines of one. */
export const MOST_TEXT = 400_000;
export const MOST_LINES = 300;

export const nightReturn = {
  returned: needs('desk.read').output(Returned),
  /** For the home strip. */
  returnCounts: needs('desk.read').output(z.object({ open: z.int(), total: z.int() })),
  /**
   * A table as it was pasted, with or without titles. The same `key` again is the same batch. INVALID_INPUT at `text`:
   * `empty`, `not-a-table`, `too-many-lines`; then nothing is kept of it.
   */
  bring: needs('requests.write')
    .input(z.object({ key: z.uuid(), text: z.string().max(MOST_TEXT) }))
    .output(z.object({ batchId: ReturnBatchId, lines: z.int() })),
  /** One line typed by hand; the same `key` again is the same line. */
  typeLine: needs('requests.write')
    .input(z.object({ key: z.uuid(), cells: LineCells }))
    .output(ReturnLine),
  correct: needs('requests.write')
    .input(line.extend({ cells: LineCells }))
    .output(ReturnLine),
  /**
   * The line and what it becomes, in one commit. Settled already, it answers as it stands: twice is once. `patientId` null:
   * nobody known; RESEMBLES unless `confirmedNew` where somebody looks alike. `place`: another one than was typed.
   */
  settle: needs('requests.write')
    .input(
      line.extend({
        what: LineKind,
        patientId: PatientId.nullable(),
        confirmedNew: z.boolean().default(false),
        place: z.object({ practitionerId: PractitionerId, day: Day, start: Minute }).optional(),
      }),
    )
    .output(ReturnLine),
  setAside: needs('requests.write')
    .input(line.extend({ reason: AsideReason }))
    .output(ReturnLine),
};
