import { Button, Loader } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RulesDraft, WaitlistRules } from '../../../../contract/waitlist-rank.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { Callout } from '../../practice/Callout.tsx';
import { SectionHead } from '../../practice/SectionHead.tsx';
import { useSeat } from '../../refusals/seat.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AdoptForm } from './AdoptForm.tsx';
import { HouseForm } from './HouseForm.tsx';
import { PlaceFactsCard } from './PlaceFactsCard.tsx';
import { RulesForm } from './RulesForm.tsx';
import { VersionCard } from './VersionCard.tsx';
import './waitlists.css';

type Open =
  | { readonly what: 'write'; readonly from: RulesDraft }
  | { readonly what: 'adopt'; readonly rules: WaitlistRules };

/** Réglages → Listes d’attente: who comes before whom, decided by the practitioners; and how the house goes about it. */
export const WaitlistsSection = () => {
  const query = useQuery(api.waitlist.rules.queryOptions());
  const proposed = useQuery(api.waitlist.proposedRules.queryOptions());
  const settings = useQuery(api.waitlist.settings.queryOptions());
  const seat = useSeat();
  const [open, setOpen] = useState<Open | null>(null);
  if (query.isError)
    return <EmptyState title={errorText(query.error).title}>{errorText(query.error).body}</EmptyState>;
  if (query.data === undefined || proposed.data === undefined) return <Loader aria-label="Chargement" />;
  const { inForce, versions } = query.data;
  const close = () => setOpen(null);
  const draftOf = ({ weights, cap, perWeek }: RulesDraft): RulesDraft => ({ weights, cap, perWeek });
  return (
    <section className="set-section">
      <SectionHead
        title="Listes d’attente"
        action={
          <Button
            variant={versions.length === 0 ? 'filled' : 'default'}
            leftSection={<IconPencil size={16} />}
            onClick={() => setOpen({ what: 'write', from: draftOf(versions[0] ?? proposed.data) })}
          >
            {versions.length === 0 ? 'Écrire la règle' : 'Proposer une version'}
          </Button>
        }
      >
        Qui passe avant qui, par une somme que chacun peut vérifier. Tout le monde peut écrire une règle ;
        seuls les praticiens l’adoptent. Les critères classent la liste et ne servent jamais à refuser.
      </SectionHead>
      {inForce === null ? (
        <Callout tone="warning" title="Pour l’instant, l’ordre est celui des dates">
          <p>
            {versions.length === 0
              ? 'Aucune règle n’est écrite. Partez de la proposition, adaptez-la, puis un praticien l’adopte sous ses initiales.'
              : 'Une règle est écrite, mais personne ne l’a adoptée : un praticien le fait sous ses initiales, en nommant ceux qui ont décidé avec lui.'}
          </p>
        </Callout>
      ) : null}
      <div className="set-split" data-open>
        <div className="set-stack">
          {versions.map((rules) => (
            <VersionCard
              key={rules.id}
              rules={rules}
              inForce={rules.id === inForce?.id}
              onAdopt={
                rules.adoption === null && seat.practitionerId !== null
                  ? () => setOpen({ what: 'adopt', rules })
                  : null
              }
            />
          ))}
          {versions.length === 0 ? (
            <p className="set-quiet">
              Proposition de départ : médecin traitant parti, 70 ans, ALD… tout se change, et rien ne compte
              avant l’adoption.
            </p>
          ) : null}
          <PlaceFactsCard />
        </div>
        {open?.what === 'write' ? (
          <RulesForm start={open.from} onClose={close} />
        ) : open?.what === 'adopt' && seat.practitionerId !== null ? (
          <AdoptForm rules={open.rules} practitionerId={seat.practitionerId} onClose={close} />
        ) : settings.data === undefined ? (
          <Loader aria-label="Chargement" />
        ) : (
          <HouseForm
            key={settings.data.version}
            settings={settings.data}
            onReload={() => void settings.refetch()}
          />
        )}
      </div>
    </section>
  );
};
