import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UrgencyCard } from '../../../../contract/urgency.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { Callout } from '../../practice/Callout.tsx';
import { SectionHead } from '../../practice/SectionHead.tsx';
import { useSeat } from '../../refusals/seat.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { cardWarning } from '../words.ts';
import { CardForm } from './CardForm.tsx';
import { CardHistory } from './CardHistory.tsx';
import { NumbersForm } from './NumbersForm.tsx';
import { SignForm } from './SignForm.tsx';
import './settings.css';

type Open = { readonly what: 'write' | 'numbers' } | { readonly what: 'sign'; readonly card: UrgencyCard };

/** Réglages → Carte d’urgence: the practitioners' list, version by version, and who signed it. */
export const CardSection = () => {
  const query = useQuery(api.urgency.card.queryOptions());
  const { data: cards = [] } = useQuery(api.urgency.cards.queryOptions());
  const { practitionerId } = useSeat();
  const [open, setOpen] = useState<Open | null>(null);
  if (query.isError)
    return <EmptyState title={errorText(query.error).title}>{errorText(query.error).body}</EmptyState>;
  if (query.data === undefined) return null;
  const today = query.data;
  const latest = today.waiting ?? today.inForce;
  const unsigned = latest.signedBy === null;
  const warning = cardWarning(today);
  const close = () => setOpen(null);
  return (
    <section className="set-section">
      <SectionHead
        title="Carte d’urgence"
        action={<Button onClick={() => setOpen({ what: 'write' })}>Nouvelle version</Button>}
      >
        La liste des praticiens de la maison, affichée par F8. Un texte signé ne change plus : on en écrit un
        autre, qu’un praticien signe à son tour.
      </SectionHead>
      {warning === null ? null : (
        <Callout tone="warning" title={warning.title}>
          <p>{warning.body}</p>
        </Callout>
      )}
      {today.waiting === null || today.inForce.signedBy === null ? null : (
        <Callout tone="note" title={`La version ${today.waiting.number} attend une signature`}>
          <p>La version {today.inForce.number} reste affichée jusque-là.</p>
        </Callout>
      )}
      {unsigned && practitionerId !== null && latest.id !== null ? (
        <p>
          <Button color="teal" onClick={() => setOpen({ what: 'sign', card: latest })}>
            Relire et signer la version {latest.number}
          </Button>
        </p>
      ) : null}
      <div className="set-split" data-open={open !== null || undefined}>
        <div className="urg-set">
          <div className="set-card">
            <h3 className="set-card-title">Maison fermée</h3>
            <p className="urg-set-line">
              <span>
                Pour un médecin de garde, la carte indique le <b>{today.numbers.outOfHours}</b>.
              </span>
              <Button variant="default" size="xs" onClick={() => setOpen({ what: 'numbers' })}>
                Changer
              </Button>
            </p>
          </div>
          <CardHistory cards={cards.length === 0 ? [today.inForce] : cards} inForce={today.inForce} />
        </div>
        {open?.what === 'write' ? <CardForm latest={latest} onClose={close} /> : null}
        {open?.what === 'sign' ? <SignForm card={open.card} onClose={close} /> : null}
        {open?.what === 'numbers' ? <NumbersForm numbers={today.numbers} onClose={close} /> : null}
      </div>
    </section>
  );
};
