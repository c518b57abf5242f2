/**
 * Which policy counts on a day, and what a policy must say to be one. Append-only: a later row takes over from its day
 * on, and a change that was announced for a later day still comes then.
 */
import type { FieldError } from '../../../contract/errors.ts';
import type { Meter, Policy, PolicyDraft } from '../../../contract/intake.ts';
import type { Day } from '../../../contract/time.ts';
import { lint } from '../../texts/rules/lint.ts';

const stands = (policy: Policy): boolean => policy.withdrawnAt === null;

const later = (a: Policy, b: Policy): number =>
  a.validFrom === b.validFrom ? a.id - b.id : a.validFrom < b.validFrom ? -1 : 1;

/** Of one practitioner: the latest that has begun; of two from the same day, the one written last. */
export const currentPolicy = (policies: readonly Policy[], day: Day): Policy | null =>
  policies
    .filter((policy) => stands(policy) && policy.validFrom <= day)
    .sort(later)
    .at(-1) ?? null;

/** What is announced for a later day, the nearest first; of two for the same day, the one written last. */
export const nextPolicy = (policies: readonly Policy[], day: Day): Policy | null => {
  const ahead = policies.filter((policy) => stands(policy) && policy.validFrom > day).sort(later);
  const first = ahead[0]?.validFrom;
  return ahead.filter((policy) => policy.validFrom === first).at(-1) ?? null;
};

/** On the review day itself it is time to look, and nothing is late yet. */
export const reviewOverdue = (policy: Policy | null, day: Day): boolean =>
  policy !== null && policy.reviewOn < day;

/** The calendar month of a day of the house, `YYYY-MM`. */
export const monthOf = (day: Day): string => day.slice(0, 7);

/**
 * Places of a month. Newcomers taken before the quota was set count too: the practitioner says how many a month.
 * @param taken places kept in that month and not given back
 */
export const meterOf = (policy: Policy | null, month: string, taken: number): Meter => {
  const quota = policy?.quotaPerMonth ?? null;
  return { month, taken, quota, left: quota === null ? null : Math.max(0, quota - taken) };
};

const wrongIf = (wrong: boolean, path: string, code: string): FieldError[] => (wrong ? [{ path, code }] : []);

/** Something that goes with a choice is there with that choice, and only then. */
const goesWith = (wanted: boolean, given: boolean, path: string): FieldError[] => [
  ...wrongIf(wanted && !given, path, 'required'),
  ...wrongIf(!wanted && given, path, 'not-with-this'),
];

/**
 * A standing instruction is read at the desk as an order: it turns no protected group away (R.1110-8: by any means). A
 * sector speaks of places and of nothing else.
 */
const namesNobody = (draft: PolicyDraft): FieldError[] => {
  const turnsAway = (text: string | null, allowed: string | null): boolean =>
    lint(text ?? '').some(({ ground }) => ground !== allowed);
  return [
    ...wrongIf(turnsAway(draft.instructions, null), 'instructions', 'names-protected-group'),
    ...wrongIf(turnsAway(draft.visitSector, 'residence'), 'visitSector', 'names-protected-group'),
  ];
};

/**
 * @param first the practitioner has no policy yet: the first one may say since when it has been so
 * @param today of the house; afterwards the past is not written anew
 */
export const checkPolicy = (draft: PolicyDraft, today: Day, first: boolean): FieldError[] => {
  const { state, conditions } = draft;
  const twice = <T>(list: readonly T[]): boolean => new Set(list).size < list.length;
  return [
    ...goesWith(state === 'quota', draft.quotaPerMonth !== null, 'quotaPerMonth'),
    ...goesWith(state === 'conditional', conditions.length > 0, 'conditions'),
    ...goesWith(conditions.includes('home-visit-in-sector'), draft.visitSector !== null, 'visitSector'),
    ...goesWith(
      state === 'closed' || conditions.includes('referred-by-professional'),
      draft.ground !== null,
      'ground',
    ),
    ...wrongIf(twice(conditions), 'conditions', 'duplicate'),
    ...wrongIf(twice(draft.situations), 'situations', 'duplicate'),
    ...wrongIf(!first && draft.validFrom < today, 'validFrom', 'past'),
    ...wrongIf(draft.reviewOn <= draft.validFrom, 'reviewOn', 'before-start'),
    ...namesNobody(draft),
  ];
};
