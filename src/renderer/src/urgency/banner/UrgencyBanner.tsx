import { IconAlertTriangle } from '@tabler/icons-react';
import { markOf } from '../../../../contract/urgency.ts';
import { useSeat } from '../../refusals/seat.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useCard } from '../known-card.ts';
import { recordAct } from '../record.ts';
import { openUrgency } from '../shown.ts';
import { useAskedText } from './Answers.tsx';
import { useAsked } from './answer.ts';
import type { Choose } from './asked.ts';
import './banner.css';

const oldest: Choose = (waiting) => waiting[0] ?? null;

/** Until a practitioner has answered or the 15 is called, everybody at the desk sees it, on every screen. */
export const UrgencyBanner = () => {
  const { asked, waiting, turn } = useAsked(oldest, false);
  const card = useCard();
  const { practitionerId } = useSeat();
  const said = useAskedText();
  if (asked === null) return null;
  const first = asked.event;
  const ready = asked.stage === 'ready';
  const rest = waiting.length - 1;
  return (
    <section className="urg-banner" role="alert" aria-label="Urgence sans réponse">
      <IconAlertTriangle size={20} stroke={2} aria-hidden="true" />
      <p>
        <b>Urgence sans réponse</b> · {said(first)}
        {rest === 0 ? '' : ` (et ${rest} autre${rest === 1 ? '' : 's'})`}. Sans réponse d’un praticien :{' '}
        <b>le 15</b>.
      </p>
      <button
        type="button"
        aria-disabled={!ready}
        onClick={() => {
          if (!ready) return;
          turn(first.id, 'sent');
          recordAct({ what: 'we-call-15', request: markOf(first), card, followsKey: first.key }, false);
        }}
      >
        Nous appelons le 15
      </button>
      <button type="button" onClick={() => openUrgency(markOf(first), first.key)}>
        {practitionerId === null ? 'Ouvrir la carte' : 'Répondre'} <Kbd>F8</Kbd>
      </button>
    </section>
  );
};
