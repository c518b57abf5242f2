import * as z from 'zod';
import { needs } from './base.ts';
import { CallbackDraft, ProfessionalAnswer } from './callbacks.ts';
import { DecisionId, PatientId, PolicyId, PractitionerId, RefusalId, RequestId, StaffId } from './ids.ts';
import {
  ColleagueAnswer,
  Decision,
  DecisionGround,
  Duties,
  Ground,
  Meter,
  Policy,
  PolicyDraft,
  WayForward,
  WhoCan,
} from './intake.ts';
import { Profession } from './professions.ts';
import { refusalPapers } from './refusal-papers.ts';
import { Closing, DeskRequest } from './requests.ts';
import { ShownText } from './texts.ts';
import { Day, Instant } from './time.ts';

/** How one practitioner receives newcomers today. */
export const PolicyToday = z.object({
  practitionerId: PractitionerId,
  /** Null: nobody has said yet. Such a practitioner counts neither as open nor as closed. */
  current: Policy.nullable(),
  /** The next one that is dated from a later day, if any. */
  next: Policy.nullable(),
  meter: Meter,
  reviewOverdue: z.boolean(),
});
export type PolicyToday = z.infer<typeof PolicyToday>;

/** One request × one practitioner, as it was said. Never changed, never taken back: it was heard. */
export const Refusal = z.object({
  id: RefusalId,
  requestId: RequestId,
  practitionerId: PractitionerId,
  ground: Ground,
  /** The policy in force then. */
  policyId: PolicyId,
  decisionId: DecisionId.nullable(),
  /** A home visit was asked for. */
  homeVisit: z.boolean(),
  colleagues: z.array(ColleagueAnswer),
  waysForward: z.array(WayForward),
  /** The wordings that were said, each as a version that stays. */
  wordsShown: z.array(ShownText),
  /** What this practitioner's profession owed. */
  duties: Duties,
  at: Instant,
  by: StaffId,
});
export type Refusal = z.infer<typeof Refusal>;

const versionedRequest = z.object({ id: RequestId, version: z.int() });
const homeVisit = z.boolean().default(false);

/** A call-back promised with a refusal: by when and by whom. The person, the caller and the wish are the request's. */
export const PromisedCallback = CallbackDraft.pick({ due: true, owner: true })
  .extend({ answer: ProfessionalAnswer.optional() })
  .strict();
export type PromisedCallback = z.infer<typeof PromisedCallback>;

/** A form of the refusal. Everything in it comes from a closed list. */
export const RefusalDraft = z
  .object({
    request: versionedRequest,
    practitionerId: PractitionerId,
    ground: Ground,
    /** With breach of trust or repeated absence: that practitioner's decision about that patient. */
    decisionId: DecisionId.nullable().default(null),
    homeVisit,
    /** One answer for each colleague who can, or could on a condition. */
    colleagues: z.array(ColleagueAnswer).max(40),
    waysForward: z.array(WayForward).max(20),
    wordsShown: z.array(ShownText).max(40),
    /** Closes the request with the same commit. Left out, it stays open. */
    close: Closing.optional(),
    /** Promised with the same commit besides what `close` says: never besides a `close` that is itself a call-back. */
    callback: PromisedCallback.optional(),
  })
  .strict();
export type RefusalDraft = z.infer<typeof RefusalDraft>;

/** One line of a person's path; codes only. `id` is the refusal's, the place's or the decision's. */
export const RefusalEvent = z.object({
  at: Instant,
  /** Initials as the journal kept them. */
  by: z.string(),
  requestId: RequestId.nullable(),
  practitionerId: PractitionerId,
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('place-kept') }),
    z.object({ kind: z.literal('place-given-back') }),
    z.object({
      kind: z.literal('refused'),
      refusalId: RefusalId,
      ground: Ground,
      colleagues: z.array(ColleagueAnswer),
      waysForward: z.array(WayForward),
    }),
    z.object({ kind: z.literal('decided'), ground: DecisionGround }),
    z.object({ kind: z.literal('handed-over') }),
    z.object({ kind: z.literal('decision-withdrawn') }),
  ]),
});
export type RefusalEvent = z.infer<typeof RefusalEvent>;

export const refusals = {
  /** Of every active practitioner, in the order of the columns. */
  policies: needs('desk.read').output(z.array(PolicyToday)),
  /** All that this practitioner ever said, the latest written first; those taken back included. */
  policyHistory: needs('desk.read')
    .input(z.object({ practitionerId: PractitionerId }))
    .output(z.array(Policy)),
  /**
   * Adds a policy; nothing is ever overwritten. A practitioner sets her own only.
   * `basedOn`: the latest one that the form was filled from (null: none); left out, nothing is compared.
   * @throws INVALID_INPUT at the field; CONFLICT `policy-changed` when somebody set another one meanwhile; FORBIDDEN
   */
  setPolicy: needs('policies.write')
    .input(PolicyDraft.extend({ basedOn: PolicyId.nullable().optional() }))
    .output(Policy),

  /**
   * « Qui peut ? », for the profession that the request asks for (or the one named here), those who can first. Without
   * either: every active practitioner.
   */
  whoCan: needs('desk.read')
    .input(z.object({ requestId: RequestId, profession: Profession.optional(), homeVisit }))
    .output(z.array(WhoCan)),
  /**
   * This practitioner takes the person on: a place is kept, and one kept with somebody else is given back. The request
   * stays open until its appointment. Said twice, it is kept once; whoever is followed by her already needs none.
   * @throws NO_POLICY; QUOTA_FULL with who can now; CONFLICT `practitioner-closed`, `practitioner-decided`,
   * `request-closed`
   */
  accept: needs('refusals.write')
    .input(z.object({ request: versionedRequest, practitionerId: PractitionerId, homeVisit }))
    .output(z.array(WhoCan)),
  /** The person does not come after all: the place is free again, this very minute. @throws NOT_FOUND */
  giveBack: needs('refusals.write')
    .input(z.object({ requestId: RequestId, practitionerId: PractitionerId }))
    .output(z.array(WhoCan)),
  /**
   * The guarded act. Guards in order, the first one not passed is the error and nothing is written:
   * URGENCY_NOT_RULED_OUT, CARD_NOT_SIGNED, NO_POLICY, GROUND_NOT_ALLOWED, COLLEAGUE_NOT_ASKED (or NO_POLICY, QUOTA_FULL
   * for a colleague), NO_WAY_FORWARD, WORDS_NOT_SHOWN; and those of closing the request.
   * @throws CONFLICT `already-refused` for the same request and practitioner, `place-promised` when a colleague accepted
   * and `close` would give her place back; INVALID_INPUT at a colleague's answer that cannot be, or at `callback`
   */
  record: needs('refusals.write')
    .input(RefusalDraft)
    .output(z.object({ refusal: Refusal, request: DeskRequest })),
  ofRequest: needs('desk.read')
    .input(z.object({ requestId: RequestId }))
    .output(z.array(Refusal)),
  get: needs('desk.read')
    .input(z.object({ id: RefusalId }))
    .output(Refusal),
  /** A person's refusals, places and decisions about her, the latest first; along merged records. */
  history: needs('desk.read')
    .input(z.object({ patientId: PatientId }))
    .output(z.array(RefusalEvent)),
  /** What a profession owes somebody whom it does not take on this ground. */
  duties: needs('desk.read')
    .input(z.object({ practitionerId: PractitionerId, ground: Ground }))
    .output(Duties),

  /**
   * A practitioner's own decision about one patient, recorded by nobody else.
   * @throws NOT_A_PRACTITIONER; CONFLICT `already-decided`; INVALID_INPUT
   */
  decide: needs('decisions.write')
    .input(
      z.object({
        patientId: PatientId,
        ground: DecisionGround,
        decidedOn: Day,
        /** Followed by her until now; what the file shows counts too. */
        knownPatient: z.boolean(),
      }),
    )
    .output(Decision),
  /** The hand-over, step by step; what is left out stays as it is. @throws NOT_A_PRACTITIONER, STALE_VERSION, CONFLICT */
  handOver: needs('decisions.write')
    .input(
      z.object({
        id: DecisionId,
        version: z.int(),
        patientToldOn: Day.optional(),
        successor: Decision.shape.successor.unwrap().optional(),
        informationPassedOn: Day.optional(),
      }),
    )
    .output(Decision),
  /** It no longer stands; refusals that were said on it stay written. @throws NOT_A_PRACTITIONER, STALE_VERSION, CONFLICT */
  withdrawDecision: needs('decisions.write')
    .input(z.object({ id: DecisionId, version: z.int() }))
    .output(Decision),
  /** All decisions about this person, the latest first; along merged records. */
  decisions: needs('desk.read')
    .input(z.object({ patientId: PatientId }))
    .output(z.array(Decision)),

  ...refusalPapers,
};
