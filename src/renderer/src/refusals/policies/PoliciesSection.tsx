import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PractitionerId } from '../../../../contract/ids.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import { type Profession, professionLabels } from '../../../../contract/professions.ts';
import type { PolicyToday } from '../../../../contract/refusals.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { useNow } from '../../app/now.ts';
import { usePanel } from '../../app/panel.ts';
import { Callout } from '../../practice/Callout.tsx';
import { SectionHead } from '../../practice/SectionHead.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useSeat } from '../seat.ts';
import { PolicyForm } from './PolicyForm.tsx';
import { PolicyHistory } from './PolicyHistory.tsx';
import { PolicyRow } from './PolicyRow.tsx';
import './policies.css';

type Open =
  /** `policy` as it was when the form was opened: what somebody else writes meanwhile must not empty it. */
  | { readonly what: 'form'; readonly practitionerId: PractitionerId; readonly policy: PolicyToday }
  | { readonly what: 'history'; readonly practitionerId: PractitionerId };

/** Practitioners by profession, in the order of the columns. */
const byProfession = (practitioners: readonly Practitioner[]): [Profession, Practitioner[]][] => {
  const groups = new Map<Profession, Practitioner[]>();
  for (const one of practitioners) groups.set(one.profession, [...(groups.get(one.profession) ?? []), one]);
  return [...groups];
};

/** Réglages → Nouveaux patients: whom each practitioner of the house can still take on. */
export const PoliciesSection = () => {
  const { day: today } = useNow();
  const practitioners = usePractitioners();
  const seat = useSeat();
  const query = useQuery(api.refusals.policies.queryOptions());
  const [open, setOpen] = useState<Open | null>(null);
  if (query.isError)
    return <EmptyState title={errorText(query.error).title}>{errorText(query.error).body}</EmptyState>;
  const policies = query.data ?? [];
  const policyOf = (id: PractitionerId): PolicyToday | null =>
    policies.find(({ practitionerId }) => practitionerId === id) ?? null;
  const unwritten = practitioners.filter(({ id }) => policyOf(id)?.current === null);
  const chosen = practitioners.find(({ id }) => id === open?.practitionerId);
  const close = () => setOpen(null);
  const write = (policy: PolicyToday | null) =>
    setOpen(policy === null ? null : { what: 'form', practitionerId: policy.practitionerId, policy });
  const reload = async () => {
    const fresh = (await query.refetch()).data;
    write(fresh?.find(({ practitionerId }) => practitionerId === chosen?.id) ?? null);
  };
  return (
    <section className="set-section">
      <SectionHead title="Nouveaux patients">
        Qui peut encore accueillir quelqu’un. Chaque praticien dit sa règle, l’accueil l’applique : un refus
        ne s’appuie jamais que sur elle.
      </SectionHead>
      {query.data !== undefined && unwritten.length > 0 ? (
        <Callout
          tone="warning"
          title={
            unwritten.length === 1
              ? 'Un praticien n’a pas encore dit sa règle'
              : `${unwritten.length} praticiens n’ont pas encore dit leur règle`
          }
        >
          <p>
            Ni ouvert ni fermé : l’accueil ne peut rien répondre en son nom. Demandez-lui, puis écrivez ce qui
            est dit.
          </p>
        </Callout>
      ) : null}
      <div className="set-split" data-open={open !== null || undefined}>
        {query.data === undefined ? (
          <Loader aria-label="Chargement" />
        ) : (
          <div className="set-group">
            {byProfession(practitioners).map(([profession, members]) => (
              <section key={profession} aria-label={professionLabels[profession].plural}>
                <h3>{professionLabels[profession].plural}</h3>
                <ul className="set-list">
                  {members.map((practitioner) => (
                    <li key={practitioner.id}>
                      <PolicyRow
                        practitioner={practitioner}
                        policy={policyOf(practitioner.id)}
                        today={today}
                        current={open?.practitionerId === practitioner.id}
                        mayWrite={seat.practitionerId === null || seat.practitionerId === practitioner.id}
                        onWrite={() => write(policyOf(practitioner.id))}
                        onGive={() =>
                          usePanel.getState().open({ kind: 'give-places', practitionerId: practitioner.id })
                        }
                        onHistory={() => setOpen({ what: 'history', practitionerId: practitioner.id })}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )}
        {chosen === undefined || open === null ? null : open.what === 'form' ? (
          <PolicyForm
            key={`${chosen.id} ${(open.policy.next ?? open.policy.current)?.id}`}
            practitioner={chosen}
            policy={open.policy}
            today={today}
            onClose={close}
            onReload={reload}
          />
        ) : (
          <PolicyHistory key={chosen.id} practitioner={chosen} today={today} onClose={close} />
        )}
      </div>
    </section>
  );
};
