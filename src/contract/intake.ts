/**
 * The words in which a house says whom it can still take on, and why somebody was not. Closed lists all: there is no
 * « other » and no free text, and none of the grounds that the law forbids has a code here (docs/spec/refusals.md).
 */
import * as z from 'zod';
import { DecisionId, PatientId, PolicyId, PractitionerId, StaffId } from './ids.ts';
import { Profession } from './professions.ts';
import { Day, Instant } from './time.ts';

/** Why a practitioner does not take a request. */
export const Ground = z.enum([
  'list-full',
  'outside-competence',
  'absence-or-departure',
  /** No home visits, by appointment only… */
  'outside-mode-of-practice',
  /** Followed already by somebody else for the same thing. */
  'double-follow-up',
  'not-a-medical-request',
  'breach-of-trust',
  'repeated-absence',
]);
export type Ground = z.infer<typeof Ground>;

/** What a closed door may stand on. */
export const ClosingGround = Ground.extract([
  'list-full',
  'outside-competence',
  'absence-or-departure',
  'outside-mode-of-practice',
]);
export type ClosingGround = z.infer<typeof ClosingGround>;

/** What the practitioner never takes, whoever asks, even while open: about the request, not about the person. */
export const SituationGround = Ground.extract([
  'outside-competence',
  'outside-mode-of-practice',
  'double-follow-up',
  'not-a-medical-request',
]);
export type SituationGround = z.infer<typeof SituationGround>;

/** Only as a practitioner's own dated decision about one patient. */
export const DecisionGround = Ground.extract(['breach-of-trust', 'repeated-absence']);
export type DecisionGround = z.infer<typeof DecisionGround>;

export const PolicyState = z.enum(['open', 'closed', 'quota', 'conditional']);
export type PolicyState = z.infer<typeof PolicyState>;

/** `home-visit-in-sector` speaks of home visits only: for whoever comes to the house it is not asked at all. */
export const Condition = z.enum(['referred-by-professional', 'home-visit-in-sector']);
export type Condition = z.infer<typeof Condition>;

/** Who sorts calls that are felt as urgent: a rule of each practitioner. */
export const WhoSorts = z.enum(['reception', 'practitioner', 'everyone-is-taken']);
export type WhoSorts = z.infer<typeof WhoSorts>;

/** How a practitioner receives newcomers, from a day on. Never changed: the next one takes over, and both are kept. */
export const Policy = z.object({
  id: PolicyId,
  practitionerId: PractitionerId,
  state: PolicyState,
  /** With `quota`, and only then: newcomers a calendar month of the house. */
  quotaPerMonth: z.int().min(1).max(500).nullable(),
  /** With `conditional`, and only then: each one that applies to the request must be met. */
  conditions: z.array(Condition).max(2),
  /** Where home visits go, in words: with the condition of that name, and only then. */
  visitSector: z.string().trim().min(1).max(120).nullable(),
  validFrom: Day,
  /** When the practitioner looks at it again. */
  reviewOn: Day,
  /** What a closed door stands on, or refusing whoever nobody referred. A quota that is used up is `list-full`. */
  ground: ClosingGround.nullable(),
  /** The practitioner allows the ground on the paper, where the profession does not require it anyway. */
  groundOnPaper: z.boolean(),
  situations: z.array(SituationGround).max(4),
  /** Standing instructions for the desk. */
  instructions: z.string().trim().max(500).nullable(),
  whoSorts: WhoSorts,
  setBy: StaffId,
  setAt: Instant,
  /** Taken back (Ctrl+Z) before anything stood on it; kept in the history all the same. */
  withdrawnAt: Instant.nullable(),
});
export type Policy = z.infer<typeof Policy>;

export const PolicyDraft = Policy.omit({ id: true, setBy: true, setAt: true, withdrawnAt: true });
export type PolicyDraft = z.infer<typeof PolicyDraft>;

/** Newcomers of a calendar month in the house's zone. */
export const Meter = z.object({
  /** `YYYY-MM` */
  month: z.string(),
  taken: z.int(),
  /** Null without a quota. */
  quota: z.int().nullable(),
  left: z.int().nullable(),
});
export type Meter = z.infer<typeof Meter>;

/** Why a ground may not be given for a practitioner's no. */
export const GroundRefused = z.enum([
  /** A place with this practitioner is kept for this very request. */
  'place-kept',
  'not-in-policy',
  /** Followed by this practitioner already: a policy speaks of newcomers (R.4127-47, al. 3). */
  'known-patient',
  'policy-open',
  'places-left',
  'condition-met',
  /** Breach of trust and repeated absence are that practitioner's own decision about that patient. */
  'no-decision',
  'decision-of-another',
  /** The hand-over that is owed to somebody who was followed is not done. */
  'continuity-owed',
]);
export type GroundRefused = z.infer<typeof GroundRefused>;

/**
 * What is known of a condition: `ask` has to be asked aloud, for nothing at the desk says that it is not met. A
 * condition that does not apply counts as met.
 */
export const ConditionState = z.object({ kind: Condition, met: z.enum(['yes', 'ask']) });
export type ConditionState = z.infer<typeof ConditionState>;

/** « Qui peut ? »: one practitioner, for one request, at this minute. */
export const WhoCan = z.object({
  practitionerId: PractitionerId,
  profession: Profession,
  /** Null: no policy yet. Neither open nor closed: somebody has to ask the practitioner and write it down. */
  state: PolicyState.nullable(),
  policyId: PolicyId.nullable(),
  /** `ask`: yes if the conditions marked so are met. `unknown`: no policy. */
  can: z.enum(['yes', 'ask', 'no', 'unknown']),
  meter: Meter,
  conditions: z.array(ConditionState),
  visitSector: z.string().nullable(),
  validFrom: Day.nullable(),
  reviewOn: Day.nullable(),
  /** The policy's review day has passed. */
  reviewOverdue: z.boolean(),
  /** The grounds on which this practitioner's answer to this request may be no, now. Empty: it may not. */
  grounds: z.array(Ground),
  groundOnPaper: z.boolean(),
  instructions: z.string().nullable(),
  whoSorts: WhoSorts.nullable(),
  /** This practitioner's own standing decision about this patient. */
  decision: z
    .object({ id: DecisionId, ground: DecisionGround, decidedOn: Day, continuityOwed: z.boolean() })
    .nullable(),
  /** A place is kept for this request with this practitioner. */
  placeKept: z.boolean(),
  /** The file shows that this practitioner follows the person: no newcomer here, whatever the policy says of newcomers. */
  followed: z.boolean(),
  /** A refusal of this request by this practitioner is written already. */
  refused: z.boolean(),
});
export type WhoCan = z.infer<typeof WhoCan>;

/** An open colleague was spoken of, and this came of it. */
export const ColleagueAnswer = z.object({
  practitionerId: PractitionerId,
  /** `accepted`: a place is kept with the same commit. */
  answer: z.enum(['accepted', 'declined-by-patient', 'condition-not-met']),
});
export type ColleagueAnswer = z.infer<typeof ColleagueAnswer>;

/** Where somebody was pointed outside the house. A kind, not a name: a refusal carries no free text. */
export const OutsidePlace = z.enum([
  'practitioner',
  'group-practice',
  'health-centre',
  'hospital',
  'care-network',
]);
export type OutsidePlace = z.infer<typeof OutsidePlace>;

/** What somebody leaves with; at least one. */
export const WayForward = z.discriminatedUnion('kind', [
  /** A colleague of the house who accepted. */
  z.object({ kind: z.literal('colleague'), practitionerId: PractitionerId }),
  z.object({ kind: z.literal('outside'), place: OutsidePlace }),
  z.object({
    kind: z.enum([
      'registration-list',
      'unscheduled-slot',
      'cpts',
      'cpam',
      'sas',
      'out-of-hours',
      'pharmacy',
      'teleconsultation',
    ]),
  }),
]);
export type WayForward = z.infer<typeof WayForward>;
export const wayKinds = [
  'colleague',
  'outside',
  'registration-list',
  'unscheduled-slot',
  'cpts',
  'cpam',
  'sas',
  'out-of-hours',
  'pharmacy',
  'teleconsultation',
] as const satisfies readonly WayForward['kind'][];

/** What a profession owes somebody it does not take, and where that is written. */
export const DutyKind = z.enum(['reasons', 'orientation', 'continuity']);
export type DutyKind = z.infer<typeof DutyKind>;
export const Duty = z.object({
  owed: z.boolean(),
  /** An article, or what stands in for it. */
  source: z.string(),
  /** Nobody has read the text itself yet: treated as owed until a lawyer or the Ordre has. */
  toBeChecked: z.boolean(),
});
export type Duty = z.infer<typeof Duty>;
export const Duties = z.object({ reasons: Duty, orientation: Duty, continuity: Duty });
export type Duties = z.infer<typeof Duties>;

/**
 * A practitioner's own decision about one patient, recorded by that practitioner. Whoever was followed here before is
 * not left without a hand-over: told, a successor named, the information passed on.
 */
export const Decision = z.object({
  id: DecisionId,
  version: z.int(),
  practitionerId: PractitionerId,
  patientId: PatientId,
  ground: DecisionGround,
  decidedOn: Day,
  /** Followed by this practitioner until now, as she says or as the file shows. */
  knownPatient: z.boolean(),
  patientToldOn: Day.nullable(),
  /** `outside`: the patient named one; the practitioner knows who. */
  successor: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('house'), practitionerId: PractitionerId }),
      z.object({ kind: z.literal('outside') }),
    ])
    .nullable(),
  informationPassedOn: Day.nullable(),
  /** Steps that are still owed before the decision may be told at the desk. */
  owed: z.array(z.enum(['patient-told', 'successor-named', 'information-passed'])),
  recordedBy: StaffId,
  recordedAt: Instant,
  withdrawnAt: Instant.nullable(),
});
export type Decision = z.infer<typeof Decision>;
