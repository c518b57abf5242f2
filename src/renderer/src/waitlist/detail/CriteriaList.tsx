import type { CriterionFact } from '../../../../contract/criteria.ts';
import { useNow } from '../../app/now.ts';
import { ShapeMark } from '../../ui/StatusChip.tsx';
import { shortDate } from '../text.ts';
import { answerLabels, criterionLabels, sourceLabels } from '../words.ts';

/** What counts of one person today, with who said it and when. */
export const CriteriaList = ({ facts }: { readonly facts: readonly CriterionFact[] }) => {
  const { day: today } = useNow();
  const said = facts.filter(({ answer, saidOn }) => answer !== 'unknown' || saidOn !== null);
  if (said.length === 0) return <p className="wl-note">Rien n’a été demandé.</p>;
  return (
    <ul className="wl-facts pv-secret">
      {said.map(({ criterion, answer, source, saidOn, holdsUntil }) => (
        <li key={criterion} data-answer={answer}>
          <ShapeMark shape={answer === 'yes' ? 'check' : answer === 'no' ? 'cross' : 'ring'} />
          <span>
            {criterionLabels[criterion]} : {answerLabels[answer]}
          </span>
          <small>
            {source === null || saidOn === null
              ? 'd’après la date de naissance'
              : `${sourceLabels[source]} le ${shortDate(saidOn, today)}`}
            {holdsUntil === null ? '' : `, jusqu’au ${shortDate(holdsUntil, today)}`}
          </small>
        </li>
      ))}
    </ul>
  );
};
