import * as z from 'zod';
import { needs } from './base.ts';
import { CallbackId, PatientId, PractitionerId, RequestId, StaffId } from './ids.ts';
import { PatientSummary } from './patients.ts';
import { Day, Instant } from './time.ts';

/** Who answers for it: one person of the desk, or one practitioner (whoever sits under her initials). */
export const Owner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), staffId: StaffId }),
  z.object({ kind: z.literal('practitioner'), practitionerId: PractitionerId }),
]);
export type Owner = z.infer<typeof Owner>;

/** How a promise to ring somebody ended. */
export const CallbackOutcome = z.discriminatedUnion('kind', [
  /** The person was reached; `said` is what was said. */
  z.object({ kind: z.literal('kept'), said: z.string().trim().max(500) }),
  /** Tried at least once, and given up. */
  z.object({ kind: z.literal('unreachable') }),
  /** No longer wanted. */
  z.object({ kind: z.literal('withdrawn') }),
]);
export type CallbackOutcome = z.infer<typeof CallbackOutcome>;

/** A promise to ring somebody, with its owner and its deadline. */
export const Callback = z.object({
  id: CallbackId,
  version: z.int(),
  /** The request that it came from, if any. */
  requestId: RequestId.nullable(),
  patient: PatientSummary.nullable(),
  /** Whom to ask for when it is not the patient. */
  callerName: z.string().nullable(),
  /** E.164: the number given for this call. Null: the patient's own. */
  phone: z.string().nullable(),
  /**
   * The answer owed to the professional who asked for the patient: `callerName` and `phone` are theirs, and there is no
   * `about`, for nothing of the patient's health is kept with it.
   */
  answersProfessional: z.boolean(),
  /** What is to be said or asked. */
  about: z.string().nullable(),
  owner: Owner,
  due: Instant,
  openedAt: Instant,
  openedBy: StaffId,
  /** How many times somebody rang in vain, and when last. */
  attempts: z.int(),
  lastAttemptAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  closedBy: StaffId.nullable(),
  outcome: CallbackOutcome.nullable(),
});
export type Callback = z.infer<typeof Callback>;

const whom = {
  patientId: PatientId.nullable().optional(),
  callerName: z.string().trim().max(120).nullable().optional(),
  /** In any spelling; the desk stores E.164 or names the field. */
  phone: z.string().trim().max(30).nullable().optional(),
  about: z.string().trim().max(300).nullable().optional(),
  /** Whoever is at the desk, when nobody is named. */
  owner: Owner.optional(),
};

/** Made from a request it takes person, caller and wish from there, where nothing else is said. */
export const CallbackDraft = z.object({ ...whom, due: Instant });
export type CallbackDraft = z.infer<typeof CallbackDraft>;

/**
 * Promised besides the call to the patient: the professional who asked for her is told what came of it. Whom, and on which
 * number, is the request's own professional's, between professionals first; `phone` where the directory knows none.
 */
export const ProfessionalAnswer = z
  .object({ due: Instant, owner: Owner.optional(), phone: z.string().trim().max(30).nullable().optional() })
  .strict();
export type ProfessionalAnswer = z.infer<typeof ProfessionalAnswer>;

export const CallbackChange = z.object({ ...whom, due: Instant.optional() });
export type CallbackChange = z.infer<typeof CallbackChange>;

const versioned = z.object({ id: CallbackId, version: z.int() });

export const callbacks = {
  /** @throws INVALID_INPUT at `phone` when there is neither a person nor a number to ring */
  add: needs('requests.write')
    .input(CallbackDraft.extend({ requestId: RequestId.optional() }))
    .output(Callback),
  update: needs('requests.write').input(versioned.extend(CallbackChange.shape)).output(Callback),
  /** Rang, and nobody answered: one attempt more, at this moment. */
  tried: needs('requests.write').input(versioned).output(Callback),
  /** @throws OUTCOME_REQUIRED: without an outcome, kept without what was said, unreachable without an attempt */
  close: needs('requests.write')
    .input(versioned.extend({ outcome: CallbackOutcome.nullable().optional() }))
    .output(Callback),
  /** Promises not kept yet, the earliest due first: late ones are on top. */
  pending: needs('desk.read').output(z.array(Callback)),
  /** What was closed on that day of the house, the latest first. */
  closedOn: needs('desk.read')
    .input(z.object({ day: Day }))
    .output(z.array(Callback)),
};
