/** What a rule would do, on one person whom everybody can picture. Pure. */
import { Criterion } from '../../../../contract/criteria.ts';
import type { RulesDraft } from '../../../../contract/waitlist-rank.ts';

const WEEKS = 6;

/** « 78 ans + ALD, 6 semaines : 20 + 30 + 6 × 2 = 62 ». */
export const exampleText = ({ weights, cap, perWeek }: RulesDraft): string => {
  const [age, illness] = [weights['age-70'], weights['long-term-illness']];
  const capped = Math.min(cap, age + illness);
  const criteria =
    capped < age + illness ? `(${age} + ${illness}, plafonnés à ${cap})` : `${age} + ${illness}`;
  return `78 ans + ALD, ${WEEKS} semaines : ${criteria} + ${WEEKS} × ${perWeek} = ${capped + WEEKS * perWeek}`;
};

/** After so many complete weeks nobody who signs up then can come first, whatever their criteria. */
export const weeksToPass = ({ weights, cap, perWeek }: RulesDraft): number => {
  const most = Criterion.options.reduce((sum, criterion) => sum + weights[criterion], 0);
  return Math.ceil(Math.min(cap, most) / perWeek);
};

export const passText = (draft: RulesDraft): string => {
  const weeks = weeksToPass(draft);
  if (weeks === 0) return 'Aucun critère ne compte : l’ordre est celui des dates.';
  return `Sans aucun critère, on passe devant tout nouvel inscrit au bout de ${weeks}\u00a0semaine${weeks < 2 ? '' : 's'}.`;
};
