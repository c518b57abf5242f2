import { localNow } from '../../../../contract/time.ts';
import type { UrgencyDecision, UrgencyEvent } from '../../../../contract/urgency.ts';
import { useHouse } from '../../app/now.ts';
import { clockText } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useRequestOf } from '../card/About.tsx';
import { useTeam } from '../known-card.ts';
import { decisionText } from '../words.ts';
import { ANSWER_KEYS } from './answer.ts';
import './banner.css';

/** « 10:03, Dr Petit prévenu », « 10:03, doute de l’accueil ». */
export const useAskedText = (): ((event: UrgencyEvent) => string) => {
  const zone = useHouse()?.zone ?? 'Europe/Paris';
  const team = useTeam();
  return ({ at, what, practitionerId }) => {
    const who = team.find(({ id }) => id === practitionerId)?.name;
    const said =
      what === 'practitioner-told' ? `nous avons prévenu ${who ?? 'un praticien'}` : 'doute de l’accueil';
    return `${clockText(localNow(at, zone).minute)}, ${said}`;
  };
};

interface Props {
  readonly event: UrgencyEvent;
  readonly more: number;
  readonly onAnswer: (decision: UrgencyDecision) => void;
}

export const Answers = ({ event, more, onAnswer }: Props) => {
  const asked = useAskedText();
  const request = useRequestOf(event.requestId);
  return (
    <section className="urg-answers" aria-label="Une urgence attend votre réponse">
      <h3>Une urgence attend votre réponse</h3>
      {request === null ? null : (
        <p>
          Pour <b className="pv-name">{request.patient?.displayName ?? 'une personne non nommée'}</b>
          {request.wish === null ? null : <span className="pv-name"> · « {request.wish} »</span>}
        </p>
      )}
      <p>
        {asked(event)}
        {more === 0 ? '' : ` ; et ${more} autre${more === 1 ? '' : 's'} ensuite`}
      </p>
      <p className="urg-answers-keys">
        {ANSWER_KEYS.map(({ key, decision }) => (
          <button
            key={key}
            type="button"
            data-decision={decision}
            onClick={(click) => {
              click.stopPropagation();
              onAnswer(decision);
            }}
          >
            {decisionText[decision]} <Kbd>{key.toLocaleUpperCase('fr-FR')}</Kbd>
          </button>
        ))}
      </p>
    </section>
  );
};
