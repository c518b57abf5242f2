/** What the birth date alone tells. It counts only when it is certain: nobody is lifted, or passed over, by a guess. */
import { ageOn } from '../../../contract/birth.ts';
import type { ComputedCriterion, CriterionAnswer } from '../../../contract/criteria.ts';
import type { BirthDate } from '../../../contract/patients.ts';
import type { Day } from '../../../contract/time.ts';

const OLD = 70;
const SMALL = 2;

/** « Vers 1952 » is somebody's guess: five years on either side, the house's usage. */
const GUESS_YEARS = 5;

interface Ages {
  readonly least: number;
  readonly most: number;
}

const ageOf = (born: Day, today: Day): number => ageOn({ precision: 'day', value: born }, today) ?? 0;

const fourDigits = (year: number): string => String(year).padStart(4, '0');

/** The youngest and the oldest that the person can be today; null when nothing is known. */
const agesOf = (birth: BirthDate, today: Day): Ages | null => {
  if (birth.precision === 'unknown') return null;
  if (birth.precision === 'day') {
    const age = ageOf(birth.value, today);
    return { least: age, most: age };
  }
  const margin = birth.precision === 'year' ? 0 : GUESS_YEARS;
  const year = Number(birth.value);
  const latest = `${fourDigits(year + margin)}-12-31`;
  return {
    // Nobody is born in the future.
    least: ageOf(latest < today ? latest : today, today),
    most: ageOf(`${fourDigits(year - margin)}-01-01`, today),
  };
};

const when = (always: boolean, never: boolean): CriterionAnswer =>
  always ? 'yes' : never ? 'no' : 'unknown';

/** @param today the house's day */
export const computedFrom = (birth: BirthDate, today: Day): Record<ComputedCriterion, CriterionAnswer> => {
  const ages = agesOf(birth, today);
  if (ages === null) return { 'age-70': 'unknown', 'child-under-2': 'unknown' };
  const { least, most } = ages;
  return {
    'age-70': when(least >= OLD, most < OLD),
    'child-under-2': when(most < SMALL, least >= SMALL),
  };
};
