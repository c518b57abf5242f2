/** Unscheduled care: the reserve that practitioners keep for it, and the cascade that finds somebody today. */
import * as z from 'zod';
import { Appointment, Booking, BookingAdvice } from './agenda.ts';
import { needs } from './base.ts';
import { DirectoryEntry } from './directory.ts';
import { Slot } from './errors.ts';
import { AppointmentTypeId, ExceptionId, PractitionerId, RequestId, StaffId } from './ids.ts';
import { OpeningException } from './practice.ts';
import { Profession } from './professions.ts';
import { DeskRequest, RequestOrigin } from './requests.ts';
import { Day, Instant, Minute } from './time.ts';

const phone = z
  .string()
  .trim()
  .regex(/^\+?\d[\d ]{1,18}$/);

export const UnscheduledSettings = z.object({
  version: z.int(),
  /** Of the day itself: what nobody has taken by then is ordinary time. Null: kept to the end. */
  releaseAt: Minute.max(1439).nullable(),
  /** The doctor who rings back when nothing was found. Null: whoever is chosen then. */
  sorterId: PractitionerId.nullable(),
  cptsName: z.string().trim().min(1).max(120).nullable(),
  cptsPhone: phone.nullable(),
});
export type UnscheduledSettings = z.infer<typeof UnscheduledSettings>;

/** What one practitioner allows with her reserve. Without a word from her: neither. */
export const ReserveRule = z.object({
  practitionerId: PractitionerId,
  /** 0: she has said nothing yet. */
  version: z.int(),
  /** People followed by a colleague of her profession may be put into it. */
  shares: z.boolean(),
  /** Kept to the end, whatever the house's hour. */
  keeps: z.boolean(),
});
export type ReserveRule = z.infer<typeof ReserveRule>;

/** How a day's reserve stands: still kept, given back by hand, or released at the house's hour. */
export const ReserveState = z.enum(['kept', 'by-hand', 'at-hour']);
export type ReserveState = z.infer<typeof ReserveState>;

export const ReserveOfDay = z.object({
  practitionerId: PractitionerId,
  state: ReserveState,
  /** Places that her ranges of that day hold, and those that are still to be had. */
  offered: z.int(),
  left: z.int(),
  /** Given for that date, beside her weekly hours. */
  extra: z.array(OpeningException),
});
export type ReserveOfDay = z.infer<typeof ReserveOfDay>;

export const UnscheduledDay = z.object({
  day: Day,
  /** Monday to Friday, public holidays left out: the ACI asks for unscheduled slots on each of them. */
  working: z.boolean(),
  offered: z.int(),
  left: z.int(),
  practitioners: z.array(ReserveOfDay),
});
export type UnscheduledDay = z.infer<typeof UnscheduledDay>;

/** Where an extra slot can be given. `beyond`: added to her hours; `free`: an ordinary place that nobody has taken. */
export const ExtraPlace = z.object({ start: Minute, end: Minute, kind: z.enum(['beyond', 'free']) });
export type ExtraPlace = z.infer<typeof ExtraPlace>;

/** In the order in which they are tried. */
export const CascadeStepKind = z.enum([
  'own-doctor',
  'colleagues',
  'next-half-day',
  'within-48h',
  'outside',
  'callback',
  'fifteen',
]);
export type CascadeStepKind = z.infer<typeof CascadeStepKind>;

/** `nothing`: there was nothing to offer. `declined`: offered, and it does not suit. */
export const CascadeTick = z.object({
  what: z.enum(['nothing', 'declined', 'booked']),
  at: Instant,
  by: StaffId,
});
export type CascadeTick = z.infer<typeof CascadeTick>;

export const CascadeStep = z.object({
  kind: CascadeStepKind,
  /** The first few, the own doctor's first. */
  slots: z.array(Slot),
  /** How many more there are. */
  more: z.int(),
  tick: CascadeTick.nullable(),
});
export type CascadeStep = z.infer<typeof CascadeStep>;

/** Whom to ring outside the house: its own lines, and who gives such appointments according to the directory. */
export const OutsideHelp = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['cpts', 'out-of-hours']), name: z.string().nullable(), phone: z.string() }),
  /** `phone` in E.164: the one that may be given to a patient. */
  z.object({ kind: z.literal('directory'), entry: DirectoryEntry, phone: z.string() }),
]);
export type OutsideHelp = z.infer<typeof OutsideHelp>;

export const Cascade = z.object({
  requestId: RequestId,
  profession: Profession,
  /** What is booked: the profession's type for unscheduled care, else its first one. Null: it has none at all. */
  appointmentTypeId: AppointmentTypeId.nullable(),
  /** The person's own doctor, or whoever was asked for by name. */
  ownDoctorId: PractitionerId.nullable(),
  /** 48 hours from the first word. `late`: they have passed; counted anew from now. */
  deadline: Instant,
  late: z.boolean(),
  nextHalfDay: z.object({ day: Day, half: z.enum(['morning', 'afternoon']) }).nullable(),
  steps: z.array(CascadeStep),
  /** Where one stands. */
  current: CascadeStepKind,
  outside: z.array(OutsideHelp),
  sorterId: PractitionerId.nullable(),
});
export type Cascade = z.infer<typeof Cascade>;

/** How many were booked, seen, and seen within 48 hours of asking. Only who was seen counts. */
export const UnscheduledCount = z.object({
  origin: RequestOrigin,
  booked: z.int(),
  seen: z.int(),
  within48h: z.int(),
});
export type UnscheduledCount = z.infer<typeof UnscheduledCount>;

const atStep = z.object({ requestId: RequestId, step: CascadeStepKind });

export const unscheduled = {
  settings: needs('desk.read').output(UnscheduledSettings),
  saveSettings: needs('practice.write').input(UnscheduledSettings).output(UnscheduledSettings),
  /** Of everybody who works here. */
  rules: needs('desk.read').output(z.array(ReserveRule)),
  setRule: needs('agenda.write').input(ReserveRule).output(ReserveRule),

  /** Days side by side, at most 31. */
  days: needs('desk.read')
    .input(z.object({ from: Day, to: Day }))
    .output(z.array(UnscheduledDay)),
  /** Where she could give one that day, the likeliest places. */
  extraPlaces: needs('desk.read')
    .input(z.object({ practitionerId: PractitionerId, day: Day }))
    .output(z.array(ExtraPlace)),
  /** One slot of the usual length, for that date. @throws SLOT_NOT_GIVEN */
  giveExtra: needs('agenda.write')
    .input(z.object({ practitionerId: PractitionerId, day: Day, start: Minute.max(1439) }))
    .output(OpeningException),
  /** While nobody is booked in it. @throws CONFLICT `extra-booked`, STALE_VERSION */
  takeExtraBack: needs('agenda.write')
    .input(z.object({ id: ExceptionId, version: z.int() }))
    .output(z.object({})),
  /** What nobody has taken of her reserve of that day becomes ordinary time. @throws NOT_RELEASED */
  release: needs('agenda.write')
    .input(z.object({ practitionerId: PractitionerId, day: Day }))
    .output(z.object({})),

  /**
   * Goes down the cascade as far as there is nothing to offer, ticking what was looked at; asked again, it only looks
   * again. @throws URGENCY_NOT_RULED_OUT, CONFLICT `request-closed` or `not-unscheduled`
   */
  walk: needs('requests.write')
    .input(z.object({ requestId: RequestId }))
    .output(Cascade),
  /** What this step had to offer does not suit, or led nowhere. */
  pass: needs('requests.write').input(atStep).output(Cascade),
  /** Books, closes the request and ticks the step, in one transaction. */
  book: needs('requests.write')
    .input(z.object({ id: RequestId, version: z.int(), booking: Booking, step: CascadeStepKind }))
    .output(z.object({ request: DeskRequest, appointment: Appointment, advice: BookingAdvice })),
  /** Requests that were booked for a day of this span, both included, by the door through which they came. */
  counts: needs('desk.read')
    .input(z.object({ from: Day, to: Day }))
    .output(z.array(UnscheduledCount)),
};
