/**
 * What may lift a person on a list, and nothing else (docs/spec/criteria.md). Asked once somebody is on a list, never
 * before, never as a condition; each answer is optional. No diagnosis: a closed list, without free text.
 */
import * as z from 'zod';
import { Day } from './time.ts';

export const Criterion = z.enum([
  /** 70 or over, from the birth date. */
  'age-70',
  /** Long-term illness (ALD) or chronic disease: yes or no, never which. */
  'long-term-illness',
  'c2s',
  'pregnancy',
  'hospital-discharge',
  /** The médecin traitant has left or died. */
  'doctor-gone',
  /** From the birth date. */
  'child-under-2',
  'reduced-mobility',
]);
export type Criterion = z.infer<typeof Criterion>;

/** Known from the birth date alone: nobody is asked. */
export const ComputedCriterion = Criterion.extract(['age-70', 'child-under-2']);
export type ComputedCriterion = z.infer<typeof ComputedCriterion>;

export const AskedCriterion = Criterion.exclude(['age-70', 'child-under-2']);
export type AskedCriterion = z.infer<typeof AskedCriterion>;

export const CriterionAnswer = z.enum(['yes', 'no', 'unknown']);
export type CriterionAnswer = z.infer<typeof CriterionAnswer>;

export const CriterionSource = z.enum(['person', 'relative', 'professional', 'document']);
export type CriterionSource = z.infer<typeof CriterionSource>;

/** What somebody said, on a day of the house. */
export const CriterionDraft = z
  .object({
    criterion: AskedCriterion,
    answer: CriterionAnswer,
    source: CriterionSource,
    saidOn: Day,
    /** Last day on which it counts. Null: until somebody says otherwise. */
    holdsUntil: Day.nullable().default(null),
  })
  .strict();
export type CriterionDraft = z.infer<typeof CriterionDraft>;

/** One criterion of one person, as it counts on a given day. */
export const CriterionFact = z.object({
  criterion: Criterion,
  /** What counts that day: an answer whose time has passed is `unknown` again. */
  answer: CriterionAnswer,
  /** Null: computed from the birth date, or never asked. */
  source: CriterionSource.nullable(),
  saidOn: Day.nullable(),
  holdsUntil: Day.nullable(),
  /** 0: nobody has said anything yet. */
  version: z.int(),
});
export type CriterionFact = z.infer<typeof CriterionFact>;
