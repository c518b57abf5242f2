import { localNow } from '../../../../contract/time.ts';
import type { UrgencyEvent } from '../../../../contract/urgency.ts';
import { useHouse } from '../../app/now.ts';
import { clockText } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useTeam } from '../known-card.ts';
import { decisionText } from '../words.ts';
import { ANSWER_KEYS, type MyAnswer } from './answer.ts';
import type { Asked } from './asked.ts';
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

const TITLES = {
  gone: 'Cette urgence n’attend plus de réponse',
  another: 'Une autre urgence attend votre réponse',
  first: 'Une urgence attend votre réponse',
} as const;

const titleOf = ({ stage, another }: Asked): string =>
  TITLES[stage === 'gone' ? 'gone' : another ? 'another' : 'first'];

/** One line and three keys; while it has not been read, or is settled, they do nothing. */
export const Answers = ({ mine: { asked, request, more, ready, say } }: { readonly mine: MyAnswer }) => {
  const said = useAskedText();
  const gone = asked.stage === 'gone';
  const title = titleOf(asked);
  return (
    // Keyed by its line: another one comes in visibly.
    <section key={asked.event.id} className="urg-answers" data-stage={asked.stage} aria-label={title}>
      <h3>{title}</h3>
      {request === null ? null : (
        <p>
          Pour <b className="pv-name">{request.patient?.displayName ?? 'une personne non nommée'}</b>
          {request.wish === null ? null : <span className="pv-name"> · « {request.wish} »</span>}
        </p>
      )}
      <p>
        {said(asked.event)}
        {more === 0 ? '' : ` ; et ${more} autre${more === 1 ? '' : 's'} ensuite`}
      </p>
      {gone ? (
        <p role="status">Un praticien vient d’y répondre à un autre poste, ou le 15 a été appelé.</p>
      ) : (
        <p className="urg-answers-keys">
          {ANSWER_KEYS.map(({ key, decision }) => (
            <button
              key={key}
              type="button"
              data-decision={decision}
              aria-disabled={!ready}
              onClick={(click) => {
                click.stopPropagation();
                say(decision);
              }}
            >
              {decisionText[decision]} <Kbd>{key.toLocaleUpperCase('fr-FR')}</Kbd>
            </button>
          ))}
        </p>
      )}
    </section>
  );
};
