import { IconAlertTriangle } from '@tabler/icons-react';
import { markOf } from '../../../../contract/urgency.ts';
import { useSeat } from '../../refusals/seat.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useCard } from '../known-card.ts';
import { recordAct } from '../record.ts';
import { openUrgency } from '../shown.ts';
import { useAskedText } from './Answers.tsx';
import { useWaitingUrgencies } from './answer.ts';
import './banner.css';

/** Until a practitioner has answered or the 15 is called, everybody at the desk sees it, on every screen. */
export const UrgencyBanner = () => {
  const waiting = useWaitingUrgencies();
  const card = useCard();
  const { practitionerId } = useSeat();
  const asked = useAskedText();
  const first = waiting[0];
  if (first === undefined) return null;
  const rest = waiting.length - 1;
  return (
    <section className="urg-banner" role="alert" aria-label="Urgence sans réponse">
      <IconAlertTriangle size={20} stroke={2} aria-hidden="true" />
      <p>
        <b>Urgence sans réponse</b> · {asked(first)}
        {rest === 0 ? '' : ` (et ${rest} autre${rest === 1 ? '' : 's'})`}. Sans réponse d’un praticien :{' '}
        <b>le 15</b>.
      </p>
      <button
        type="button"
        onClick={() =>
          recordAct({ what: 'we-call-15', request: markOf(first), card, followsKey: first.key }, false)
        }
      >
        Nous appelons le 15
      </button>
      <button type="button" onClick={() => openUrgency(markOf(first), first.key)}>
        {practitionerId === null ? 'Ouvrir la carte' : 'Répondre'} <Kbd>F8</Kbd>
      </button>
    </section>
  );
};
