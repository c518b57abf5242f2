import * as z from 'zod';
import { Appointment, Booking, BookingAdvice } from './agenda.ts';
import { needs } from './base.ts';
import { Callback, CallbackDraft, Owner, ProfessionalAnswer } from './callbacks.ts';
import {
  CallbackId,
  ClaimId,
  DirectoryEntryId,
  PatientId,
  PractitionerId,
  RequestId,
  StaffId,
} from './ids.ts';
import { PatientSummary } from './patients.ts';
import { Profession } from './professions.ts';
import { Instant, Minute, Weekday } from './time.ts';

/** What is asked for. `registration`: a médecin traitant, or to be taken on by any profession. */
export const RequestNature = z.enum([
  'appointment',
  'registration',
  'unscheduled',
  'message',
  'redirection',
  'administrative',
]);
export type RequestNature = z.infer<typeof RequestNature>;

/** By which door it came. */
export const RequestOrigin = z.enum([
  'call',
  'counter',
  'pharmacy',
  'nurse',
  'other-practice',
  'emergency-department',
  'sas',
  'cpts',
  'telesecretariat',
]);
export type RequestOrigin = z.infer<typeof RequestOrigin>;

/** Doors behind which a professional asks for somebody else: who asks, and whether that person agrees, may be said. */
export const professionalOrigins: readonly RequestOrigin[] = [
  'pharmacy',
  'nurse',
  'other-practice',
  'emergency-department',
  'sas',
  'cpts',
];

/** A message for somebody of the house; `practitionerId` of the request says for whom, null for the secretariat. */
export const RequestMessage = z.object({
  kind: z.enum(['prescription', 'result', 'advice', 'administrative']),
  urgent: z.boolean(),
});
export type RequestMessage = z.infer<typeof RequestMessage>;

/** What somebody who waits on a list can come to. Kept with the request until the lists take it up. */
export const ListWishes = z.object({
  /** Empty: any day. */
  days: z.array(Weekday).max(7).default([]),
  /** Not before, not after. Null: any hour. */
  from: Minute.nullable().default(null),
  to: Minute.nullable().default(null),
  practitionerSex: z.enum(['female', 'male']).nullable().default(null),
  /** Can come within two hours of a call. */
  atShortNotice: z.boolean().default(false),
  note: z.string().trim().max(300).nullable().default(null),
});
export type ListWishes = z.infer<typeof ListWishes>;

const outside = [
  /** A professional or a structure outside, by name. */
  z.object({ kind: z.literal('outside'), label: z.string().trim().max(200) }),
  z.object({
    kind: z.enum([
      'cpts',
      'cpam',
      'sas',
      'out-of-hours',
      'emergency-department',
      'pharmacy',
      'teleconsultation',
    ]),
    label: z.string().trim().max(200).nullable().default(null),
  }),
] as const;

/** Out of the house: what a redirection follows to its end. */
export const RedirectedOutside = z.discriminatedUnion('kind', outside);
export type RedirectedOutside = z.infer<typeof RedirectedOutside>;

/** To whom somebody was sent. */
export const RedirectedTo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('colleague'), practitionerId: PractitionerId }),
  ...outside,
]);
export type RedirectedTo = z.infer<typeof RedirectedTo>;

/** Why no solution was found. A closed list, without « other ». */
export const UnresolvedReason = z.enum([
  /** Nothing fitting, here or elsewhere. */
  'nothing-found',
  'offers-declined',
  'unreachable',
  'duplicate',
  'opened-by-mistake',
]);
export type UnresolvedReason = z.infer<typeof UnresolvedReason>;

const registrationList = z.object({
  kind: z.literal('registration-list'),
  profession: Profession,
  /** Whom the person would accept. Empty: anybody of that profession. */
  practitionerIds: z.array(PractitionerId).max(20).default([]),
  wishes: ListWishes,
});
const earlierList = z.object({
  kind: z.literal('earlier-list'),
  /** The appointment that stands meanwhile. */
  appointmentId: ClaimId,
  wishes: ListWishes,
});

const settled = [
  z.object({ kind: z.literal('appointment'), appointmentId: ClaimId }),
  registrationList,
  earlierList,
  z.object({ kind: z.literal('redirected'), to: RedirectedTo }),
  /** Sent to the 15. */
  z.object({ kind: z.literal('emergency') }),
  z.object({ kind: z.literal('answered'), said: z.string().trim().max(500) }),
  /** The person no longer asks for anything. */
  z.object({ kind: z.literal('withdrawn') }),
  z.object({ kind: z.literal('unresolved'), reason: UnresolvedReason }),
] as const;

/** How a request ended. No request is closed without one of these. */
export const RequestOutcome = z.discriminatedUnion('kind', [
  ...settled,
  z.object({ kind: z.literal('callback'), callbackId: CallbackId }),
]);
export type RequestOutcome = z.infer<typeof RequestOutcome>;

/** What is sent to close a request: a call-back is promised with the same commit, or is one that it already has. */
export const Closing = z.discriminatedUnion('kind', [
  ...settled,
  z.object({
    kind: z.literal('callback'),
    callback: z.union([z.object({ id: CallbackId }), CallbackDraft]),
    /** The professional who asked is rung as well, once the patient agrees (docs/spec/requests.md). */
    answer: ProfessionalAnswer.optional(),
  }),
]);
export type Closing = z.infer<typeof Closing>;

/** What somebody asks for, from the first word to the outcome. */
export const DeskRequest = z.object({
  id: RequestId,
  version: z.int(),
  nature: RequestNature,
  origin: RequestOrigin,
  /** Who asks, behind a professional door, as it was said or as the directory names it. */
  professional: z.string().nullable(),
  /** The same in the directory, when chosen there. */
  professionalEntryId: DirectoryEntryId.nullable(),
  /** Does the patient agree that a professional asks? Null: not asked, or nobody else asks. */
  patientAgrees: z.boolean().nullable(),
  patient: PatientSummary.nullable(),
  /** Who is on the phone when it is not the patient. */
  callerName: z.string().nullable(),
  /** Whom it is asked of: one practitioner (then of that profession), or anybody of a profession. */
  practitionerId: PractitionerId.nullable(),
  profession: Profession.nullable(),
  /** With nature `message`, and only then. */
  message: RequestMessage.nullable(),
  wish: z.string().nullable(),
  owner: Owner,
  due: Instant,
  /** The earlier request of the same person that this one takes up again. */
  continues: RequestId.nullable(),
  openedAt: Instant,
  openedBy: StaffId,
  closedAt: Instant.nullable(),
  closedBy: StaffId.nullable(),
  outcome: RequestOutcome.nullable(),
});
export type DeskRequest = z.infer<typeof DeskRequest>;

/** What can be said of a request; the rest is the desk's. Left out: as it is, or by default. */
export const RequestDraft = z.object({
  nature: RequestNature.optional(),
  origin: RequestOrigin.optional(),
  professional: z.string().trim().max(120).nullable().optional(),
  /** Another name without it is no longer that entry's. */
  professionalEntryId: DirectoryEntryId.nullable().optional(),
  patientAgrees: z.boolean().nullable().optional(),
  patientId: PatientId.nullable().optional(),
  callerName: z.string().trim().max(120).nullable().optional(),
  practitionerId: PractitionerId.nullable().optional(),
  profession: Profession.nullable().optional(),
  message: RequestMessage.optional(),
  wish: z.string().trim().max(300).nullable().optional(),
  /** Whoever opens it, when nobody is named. */
  owner: Owner.optional(),
  /** By nature and hour, when none is named (docs/spec/requests.md). */
  due: Instant.optional(),
});
export type RequestDraft = z.infer<typeof RequestDraft>;

/** What the rule of thirty days looks at. */
export const AskedMatter = z.object({
  patientId: PatientId,
  nature: RequestNature,
  practitionerId: PractitionerId.nullable().default(null),
  profession: Profession.nullable().default(null),
  message: RequestMessage.nullable().default(null),
});
export type AskedMatter = z.infer<typeof AskedMatter>;

/** One line of a person's path. `id` is the request's or the call-back's. */
export const PathEvent = z.object({
  at: Instant,
  /** Initials as the journal kept them. */
  by: z.string(),
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('request'), id: RequestId }),
    z.object({ kind: z.literal('callback'), id: CallbackId }),
  ]),
  what: z.discriminatedUnion('kind', [
    /** `again`: the same matter, while the request was still open. */
    z.object({
      kind: z.literal('asked'),
      again: z.boolean(),
      origin: RequestOrigin.nullable(),
      professional: z.string().nullable(),
      callerName: z.string().nullable(),
      wish: z.string().nullable(),
    }),
    /** Something of it was changed; `changed` names the fields. */
    z.object({ kind: z.literal('changed'), changed: z.array(z.string()) }),
    z.object({ kind: z.literal('closed'), outcome: RequestOutcome.nullable() }),
    z.object({ kind: z.literal('reopened') }),
    z.object({ kind: z.literal('promised') }),
    z.object({ kind: z.literal('tried') }),
    z.object({ kind: z.literal('not-tried') }),
    z.object({ kind: z.literal('kept'), said: z.string() }),
    z.object({ kind: z.literal('given-up') }),
    z.object({ kind: z.literal('called-off') }),
  ]),
});
export type PathEvent = z.infer<typeof PathEvent>;

const versioned = z.object({ id: RequestId, version: z.int() });

export const requests = {
  /**
   * The same person asking for the same within thirty days is not written twice: a request that is still open is
   * returned, brought up to date (`continued`); one that ended without settling the matter is taken up again by a new
   * one that `continues` it (`continued` too). `separate`: another matter, all the same.
   */
  open: needs('requests.write')
    .input(RequestDraft.extend({ separate: z.boolean().optional() }))
    .output(DeskRequest.extend({ continued: z.boolean() })),
  update: needs('requests.write').input(versioned.extend(RequestDraft.shape)).output(DeskRequest),
  /** Books and closes the request in one transaction: never one without the other. */
  book: needs('requests.write')
    .input(versioned.extend({ booking: Booking }))
    .output(z.object({ request: DeskRequest, appointment: Appointment, advice: BookingAdvice })),
  /** @throws OUTCOME_REQUIRED without an outcome, or with one that lacks what it needs */
  close: needs('requests.write')
    .input(versioned.extend({ outcome: Closing.nullable().optional() }))
    .output(DeskRequest),
  get: needs('desk.read')
    .input(z.object({ id: RequestId }))
    .output(DeskRequest),
  /** Open requests, the earliest due first. */
  pending: needs('desk.read').output(z.array(DeskRequest)),
  /** All that this person ever asked, the latest first; along merged records. */
  ofPatient: needs('desk.read')
    .input(z.object({ patientId: PatientId }))
    .output(z.array(DeskRequest)),
  /** What `open` would continue, or null. */
  likely: needs('desk.read').input(AskedMatter).output(DeskRequest.nullable()),
  /** What waits for one practitioner: messages for her and requests that are hers, and calls that she promised. */
  forPractitioner: needs('desk.read')
    .input(z.object({ practitionerId: PractitionerId }))
    .output(z.object({ requests: z.array(DeskRequest), callbacks: z.array(Callback) })),
  /** What was asked, tried, offered and said, when and by whom, the latest first. */
  history: needs('desk.read')
    .input(z.object({ patientId: PatientId }))
    .output(
      z.object({ requests: z.array(DeskRequest), callbacks: z.array(Callback), path: z.array(PathEvent) }),
    ),
  /** For the home strip. `late`: due has passed. `oldest`: since when the first one waits. */
  counts: needs('desk.read').output(
    z.object({
      requests: z.object({ open: z.int(), late: z.int(), oldest: Instant.nullable() }),
      callbacks: z.object({ open: z.int(), late: z.int(), nextDue: Instant.nullable() }),
    }),
  ),
};
