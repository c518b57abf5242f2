/** Who comes next, and why: a sum that can be read aloud (docs/spec/waitlist-rank.md). */
import * as z from 'zod';
import { needs } from './base.ts';
import { Criterion } from './criteria.ts';
import { PractitionerId, StaffId, WaitlistEntryId, WaitlistRulesId } from './ids.ts';
import { Day, Instant } from './time.ts';

const points = z.int().min(0).max(100);

/** Points of each criterion that counts; 0: it does not. */
export const Weights = z.object(
  Object.fromEntries(Criterion.options.map((criterion) => [criterion, points])) as Record<
    Criterion,
    typeof points
  >,
);
export type Weights = z.infer<typeof Weights>;

export const RulesDraft = z
  .object({
    weights: Weights,
    /** At most so many points for all criteria together. */
    cap: z.int().min(0).max(200),
    /** For each completed week of waiting; at least 1, or somebody would wait for ever. */
    perWeek: z.int().min(1).max(20),
  })
  .strict();
export type RulesDraft = z.infer<typeof RulesDraft>;

/** Decided together, on a day, by practitioners who are named; the reception applies it. */
export const Adoption = z.object({
  on: Day,
  practitionerIds: z.array(PractitionerId).min(1).max(100),
  recordedAt: Instant,
  recordedBy: StaffId,
});
export type Adoption = z.infer<typeof Adoption>;

/** One version of the house's rule. Never changed: the next one takes over once adopted. */
export const WaitlistRules = RulesDraft.extend({
  id: WaitlistRulesId,
  writtenAt: Instant,
  writtenBy: StaffId,
  /** Null: proposed, not in force. */
  adoption: Adoption.nullable(),
});
export type WaitlistRules = z.infer<typeof WaitlistRules>;

/** One line of the sum, in the order in which it is said. `points` of a `cap` is negative or zero. */
export const RankPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('criterion'), criterion: Criterion, points: z.int() }),
  z.object({ kind: z.literal('cap'), points: z.int() }),
  z.object({ kind: z.literal('waiting'), weeks: z.int(), points: z.int() }),
]);
export type RankPart = z.infer<typeof RankPart>;

/** Why a person does not come in question for one place. Each is a fact of the entry or of the place, never of the person. */
export const FilterReason = z.enum([
  /** Not this profession, or not a practitioner whom the person would accept. */
  'other-profession',
  'other-practitioner',
  'practitioner-sex',
  'other-day',
  'too-early',
  'too-late',
  /** The place is shorter than what the person needs. */
  'too-short',
  'home-visit',
  'not-step-free',
  /** The person's appointment comes before it. */
  'not-earlier',
  /** The person is elsewhere in the house at that time. */
  'busy',
  /** Offered this place already, and it did not suit. */
  'declined',
  /** Rung in vain for this place already. */
  'not-reached',
  /** Being offered another place right now. */
  'in-offer',
  /** Came to a place of this same chain already. */
  'moved-in-chain',
]);
export type FilterReason = z.infer<typeof FilterReason>;

/** One person's standing. Without an adopted rule `score` is 0, `parts` is empty and the date alone counts. */
export const Rank = z.object({
  entryId: WaitlistEntryId,
  score: z.int(),
  parts: z.array(RankPart),
  /** « 78 ans, ALD, attend depuis 41 jours, disponible le matin » : for the receptionist, only in part for reading out. */
  sentence: z.string(),
  /** From that day on, before anybody who would sign up then or later, whatever their criteria. Null: already. */
  beforeEveryNewcomerOn: Day.nullable(),
  waitingDays: z.int(),
  /** Comes first because the place is less than two hours away and the person can come at once. */
  atShortNotice: z.boolean(),
});
export type Rank = z.infer<typeof Rank>;

export const waitlistRules = {
  /** `inForce`: the last one adopted, or null: then the date alone orders. `versions`: the latest first. */
  rules: needs('desk.read').output(
    z.object({ inForce: WaitlistRules.nullable(), versions: z.array(WaitlistRules) }),
  ),
  /** What the house starts from when nobody has written anything. */
  proposedRules: needs('desk.read').output(RulesDraft),
  /** A new version, proposed. @throws INVALID_INPUT at the field: negative points, a cap under the heaviest criterion… */
  writeRules: needs('practice.write').input(RulesDraft).output(WaitlistRules),
  /**
   * By a practitioner under her own initials, who names those who decided it with her (herself among them).
   * @throws NOT_A_PRACTITIONER; CONFLICT `already-adopted`; INVALID_INPUT
   */
  adoptRules: needs('decisions.write')
    .input(
      z.object({ id: WaitlistRulesId, on: Day, practitionerIds: z.array(PractitionerId).min(1).max(100) }),
    )
    .output(WaitlistRules),
};
