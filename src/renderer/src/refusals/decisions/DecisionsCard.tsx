import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PatientId } from '../../../../contract/ids.ts';
import { api } from '../../api/query.ts';
import { useSeat } from '../seat.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { DecisionLine } from './DecisionLine.tsx';
import './decisions.css';

/**
 * Breach of trust, repeated absence: only a practitioner decides so, herself, about one person, and not without a
 * hand-over for somebody whom she followed. The reception reads it; nobody else writes it.
 */
export const DecisionsCard = ({ patientId }: { readonly patientId: PatientId }) => {
  const { practitionerId } = useSeat();
  const { data: decisions = [] } = useQuery(api.refusals.decisions.queryOptions({ input: { patientId } }));
  const [deciding, setDeciding] = useState(false);
  const own = decisions.some((one) => one.practitionerId === practitionerId && one.withdrawnAt === null);
  if (decisions.length === 0 && practitionerId === null) return null;
  return (
    <section className="decisions" aria-label="Décisions des praticiens">
      <header>
        <h2>Décisions des praticiens</h2>
        {practitionerId === null || own || deciding ? null : (
          <Button size="xs" variant="default" onClick={() => setDeciding(true)}>
            Ne plus suivre cette personne…
          </Button>
        )}
      </header>
      {deciding ? <DecisionForm patientId={patientId} onClose={() => setDeciding(false)} /> : null}
      {decisions.length === 0 && !deciding ? (
        <p className="decisions-none">
          Aucune. Elles sont rares, datées, et prises par le praticien lui-même.
        </p>
      ) : null}
      <ul>
        {decisions.map((decision) => (
          <DecisionLine
            key={decision.id}
            decision={decision}
            mine={decision.practitionerId === practitionerId && decision.withdrawnAt === null}
          />
        ))}
      </ul>
    </section>
  );
};
