/** One person's criteria as they count on a day. Pure. */
import {
  type AskedCriterion,
  type ComputedCriterion,
  Criterion,
  type CriterionAnswer,
  type CriterionFact,
  type CriterionSource,
} from '../../../contract/criteria.ts';
import type { BirthDate } from '../../../contract/patients.ts';
import type { Day } from '../../../contract/time.ts';
import { computedFrom } from './computed.ts';

export interface Said {
  readonly criterion: AskedCriterion;
  readonly version: number;
  readonly answer: CriterionAnswer;
  readonly source: CriterionSource;
  readonly saidOn: Day;
  readonly holdsUntil: Day | null;
}

/** An answer whose time has passed is `unknown` again; what was said stays beside it. */
const counting = ({ answer, holdsUntil }: Said, today: Day): CriterionAnswer =>
  holdsUntil !== null && holdsUntil < today ? 'unknown' : answer;

const asked = (said: Said, today: Day): CriterionFact => {
  const { criterion, source, saidOn, holdsUntil, version } = said;
  return { criterion, answer: counting(said, today), source, saidOn, holdsUntil, version };
};

const computed = (criterion: ComputedCriterion): CriterionFact => ({
  criterion,
  answer: 'yes',
  source: null,
  saidOn: null,
  holdsUntil: null,
  version: 0,
});

const isComputed = (criterion: Criterion): criterion is ComputedCriterion =>
  criterion === 'age-70' || criterion === 'child-under-2';

/**
 * In the order of the closed list: those that the birth date gives, and those that somebody has answered. What was never
 * asked, and what the birth date does not give, is left out.
 */
export const factsOf = (birth: BirthDate, said: readonly Said[], today: Day): CriterionFact[] => {
  const given = computedFrom(birth, today);
  return Criterion.options.flatMap((criterion) => {
    if (isComputed(criterion)) return given[criterion] === 'yes' ? computed(criterion) : [];
    const answered = said.find((one) => one.criterion === criterion);
    return answered === undefined ? [] : asked(answered, today);
  });
};
