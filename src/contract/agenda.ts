import * as z from 'zod';
import { needs } from './base.ts';
import { Slot } from './errors.ts';
import { AppointmentTypeId, ClaimId, PatientId, PractitionerId } from './ids.ts';
import { HandedPaper, Paper } from './paper.ts';
import { PatientSummary } from './patients.ts';
import { Absence, Holiday, SlotKind } from './practice.ts';
import { Profession } from './professions.ts';
import { Day, Instant, Minute, Weekday } from './time.ts';

export { Slot };

/** FHIR appointment statuses that a desk uses. */
export const AppointmentStatus = z.enum([
  'booked',
  'arrived',
  'in-progress',
  'fulfilled',
  'cancelled',
  'noshow',
]);
export type AppointmentStatus = z.infer<typeof AppointmentStatus>;

/** `error`: entered by mistake, never promised to anybody. `unknown`: the former software did not say. */
export const CancelledBy = z.enum(['patient', 'practitioner', 'house', 'error', 'unknown']);
export type CancelledBy = z.infer<typeof CancelledBy>;

/** One row is the truth for the board, the calendar and the patient's page (R9). */
export const Appointment = z.object({
  id: ClaimId,
  version: z.int(),
  practitionerId: PractitionerId,
  day: Day,
  start: Minute,
  end: Minute,
  status: AppointmentStatus,
  patient: PatientSummary,
  appointmentTypeId: AppointmentTypeId.nullable(),
  typeName: z.string(),
  kind: SlotKind,
  comment: z.string().nullable(),
  /** Deliberately beyond capacity or outside hours: with who decided and why. */
  overbooked: z.object({ reason: z.string(), by: z.string() }).nullable(),
  arrivedAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** A no-show may give its remaining minutes back from this minute on. */
  releasedFrom: Minute.nullable(),
  excused: z.boolean().nullable(),
  cancelled: z.object({ by: CancelledBy, reason: z.string().nullable(), at: Instant }).nullable(),
});
export type Appointment = z.infer<typeof Appointment>;

/** A short hold on time (an offer to somebody): nobody else can book it until it expires. */
export const Hold = z.object({
  id: ClaimId,
  practitionerId: PractitionerId,
  day: Day,
  start: Minute,
  end: Minute,
  expiresAt: Instant,
});
export type Hold = z.infer<typeof Hold>;

export const OpenRange = z.object({ start: Minute, end: Minute, kind: SlotKind, capacity: z.int() });
export type OpenRange = z.infer<typeof OpenRange>;

/** One practitioner's frame on one day: what is open, what is taken away and why. Closed time is what remains. */
export const Column = z.object({
  practitionerId: PractitionerId,
  open: z.array(OpenRange),
  absences: z.array(Absence),
  /** Something is open or booked that day: « present » for the side-by-side view. */
  present: z.boolean(),
});
export type Column = z.infer<typeof Column>;

export const AgendaDay = z.object({
  day: Day,
  holiday: Holiday.nullable(),
  columns: z.array(Column),
  appointments: z.array(Appointment),
  holds: z.array(Hold),
  /** Rows that could not be read: named, never allowed to hide the day (R11). */
  unreadable: z.array(ClaimId),
});
export type AgendaDay = z.infer<typeof AgendaDay>;

export const Who = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('practitioner'), practitionerId: PractitionerId }),
  z.object({ kind: z.literal('profession'), profession: Profession }),
  z.object({ kind: z.literal('any') }),
]);
export type Who = z.infer<typeof Who>;

export const SlotSearch = z.object({
  who: Who,
  /** Sets the length and which reserved kinds may be used; without it `minutes` is needed. */
  appointmentTypeId: AppointmentTypeId.optional(),
  minutes: z.int().min(5).max(480).optional(),
  /** Default: now. */
  from: Day.optional(),
  weekdays: z.array(Weekday).optional(),
  after: Minute.optional(),
  before: Minute.optional(),
  /** Whose call it is: the own médecin traitant comes first when free within 48 hours elapsed. */
  patientId: PatientId.optional(),
  /** Leave this appointment's own time free (moving it). */
  ignoring: ClaimId.optional(),
  limit: z.int().min(1).max(100).default(10),
  horizonDays: z.int().min(1).max(400).default(90),
});
export type SlotSearch = z.infer<typeof SlotSearch>;

/** Outside hours, in the past, or upon somebody: on purpose, said why. */
export const Override = z.object({
  reason: z.string().trim().min(1).max(200),
  /** The receptionist has seen SLOT_TAKEN for this place. Without it a reason allows being outside hours, never doubling. */
  taken: z.boolean().optional(),
});
export type Override = z.infer<typeof Override>;

export const Booking = z.object({
  practitionerId: PractitionerId,
  day: Day,
  start: Minute,
  appointmentTypeId: AppointmentTypeId,
  /** When it differs from the type's. */
  minutes: z.int().min(5).max(480).optional(),
  patientId: PatientId,
  comment: z.string().trim().max(500).optional(),
  override: Override.optional(),
  /** The receptionist has seen that the patient is elsewhere at that time (R5). */
  acceptPatientBusy: z.boolean().default(false),
});
export type Booking = z.infer<typeof Booking>;

/** What the booking screen shows beside the place: before saving, and again after. */
export const BookingAdvice = z.object({
  instruction: z.string().nullable(),
  /** The patient's other live appointments within 6 days, the same profession first (R5). */
  nearby: z.array(Appointment),
  /** The same patient elsewhere at the same time. */
  busy: z.array(ClaimId),
  /** « jeudi 12 novembre à 10 h 20 avec le Dr Nguyen » : to read back on the phone. */
  readBack: z.string(),
  /** Where to go: the house, with its address. */
  where: z.string(),
});
export type BookingAdvice = z.infer<typeof BookingAdvice>;

/** How a day is put on paper: whose, and how much it says of people to whoever passes by. */
export const DaySheetWish = z.object({
  day: Day,
  /** Null: everybody's. */
  practitionerId: PractitionerId.nullable(),
  /** `initials`: for a wall that others see. Telephones and comments are then left out as well. */
  names: z.enum(['full', 'initials']),
  phones: z.boolean(),
  /** In the column of notes; without them it is left to write on. */
  comments: z.boolean(),
  /** A sheet of its own for each practitioner, or one after the other. */
  apart: z.boolean(),
});
export type DaySheetWish = z.infer<typeof DaySheetWish>;

const versioned = z.object({ id: ClaimId, version: z.int() });

export const agenda = {
  /** Days side by side: one day for the board, seven for a practitioner's week. At most 31 days. */
  range: needs('desk.read')
    .input(z.object({ from: Day, to: Day, practitionerIds: z.array(PractitionerId).optional() }))
    .output(z.array(AgendaDay)),
  freeSlots: needs('desk.read')
    .input(SlotSearch)
    .output(z.object({ slots: z.array(Slot), searchedUntil: Day })),
  advice: needs('desk.read')
    .input(Booking.omit({ override: true, comment: true }))
    .output(BookingAdvice),
  get: needs('desk.read')
    .input(z.object({ id: ClaimId }))
    .output(Appointment),
  ofPatient: needs('desk.read')
    .input(z.object({ patientId: PatientId }))
    .output(
      z.object({ coming: z.array(Appointment), past: z.array(Appointment), cancelled: z.array(Appointment) }),
    ),

  book: needs('agenda.write')
    .input(Booking)
    .output(z.object({ appointment: Appointment, advice: BookingAdvice })),
  /** The same command whether typed or dragged. */
  move: needs('agenda.write')
    .input(
      versioned.extend({
        practitionerId: PractitionerId,
        day: Day,
        start: Minute,
        minutes: z.int().min(5).max(480).optional(),
        override: Override.optional(),
        acceptPatientBusy: z.boolean().default(false),
      }),
    )
    .output(z.object({ appointment: Appointment, advice: BookingAdvice })),
  cancel: needs('agenda.write')
    .input(
      versioned.extend({
        by: CancelledBy.exclude(['unknown']),
        reason: z.string().trim().max(200).optional(),
      }),
    )
    .output(Appointment),
  /**
   * Arrived, in consultation, done, absent; and each one's way back the same day (`booked` undoes arrived or no-show).
   * Saying twice what is already so changes nothing and is not an error.
   */
  setStatus: needs('agenda.write')
    .input(
      versioned.extend({
        status: AppointmentStatus.exclude(['cancelled']),
        excused: z.boolean().optional(),
        /** With `noshow`: give the remaining minutes back from now on. */
        release: z.boolean().default(false),
      }),
    )
    .output(Appointment),
  comment: needs('agenda.write')
    .input(versioned.extend({ comment: z.string().trim().max(500).nullable() }))
    .output(Appointment),

  /** Live appointments inside an absence, or inside hours that are closed now: listed, never hidden (R12). */
  stranded: needs('desk.read')
    .input(z.object({ from: Day, to: Day, practitionerId: PractitionerId.optional() }))
    .output(z.array(z.object({ appointment: Appointment, why: z.enum(['absent', 'closed', 'holiday']) }))),

  /** Who is expected, who is here and with whom; the longest wait first. */
  waitingRoom: needs('desk.read')
    .input(z.object({ day: Day }))
    .output(
      z.object({
        waiting: z.array(Appointment),
        inProgress: z.array(Appointment),
        expected: z.array(Appointment),
        done: z.array(Appointment),
        noshow: z.array(Appointment),
      }),
    ),

  /** Who, where and when, to print or to copy: what the person leaves with. */
  slip: needs('desk.read')
    .input(z.object({ id: ClaimId }))
    .output(z.object({ paper: Paper, text: z.string() })),

  /**
   * The day on paper (S10). Journalled with what it showed: a sheet of names leaves the house's file for good, and Ctrl+Z
   * never reaches past it. The sheet that a printer takes needs no PDF.
   */
  printDay: needs('paper.print')
    .input(DaySheetWish.extend({ as: z.enum(['sheet', 'pdf']) }))
    .output(HandedPaper.extend({ pdf: z.base64().nullable() })),

  /** What a practitioner reads in two seconds between two patients (S14). */
  glance: needs('desk.read')
    .input(z.object({ practitionerId: PractitionerId }))
    .output(
      z.object({
        day: Day,
        minute: Minute,
        current: Appointment.nullable(),
        next: Appointment.nullable(),
        waiting: z.array(Appointment),
        /** How late the practitioner runs, in minutes; 0 when on time. */
        late: z.int(),
        gaps: z.array(z.object({ start: Minute, end: Minute })),
        remaining: z.array(Appointment),
        /** Since 8:00 that day, newest first. */
        changes: z.array(
          z.object({ at: Instant, what: z.enum(['added', 'moved', 'cancelled']), appointment: Appointment }),
        ),
        tomorrowFirst: Appointment.nullable(),
      }),
    ),
};
