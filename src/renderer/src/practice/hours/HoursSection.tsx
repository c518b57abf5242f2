import { Button, Loader, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { professionLabels } from '../../../../contract/professions.ts';
import { api } from '../../api/query.ts';
import { navigate, useRoute } from '../../app/router.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { fullName } from '../words.ts';
import { PractitionerHours } from './PractitionerHours.tsx';

export const HoursSection = () => {
  const { params } = useRoute();
  const { data } = useQuery(api.practice.practitioners.queryOptions());
  const practitioners = data?.filter(({ active }) => active) ?? [];
  const chosen =
    practitioners.find(({ id }) => String(id) === params['praticien']) ?? practitioners[0] ?? null;
  return (
    <section className="set-section">
      <SectionHead
        title="Horaires"
        action={
          chosen ? (
            <Select
              aria-label="Praticien"
              className="set-who"
              searchable
              allowDeselect={false}
              data={practitioners.map((p) => ({
                value: String(p.id),
                label: `${fullName(p)} · ${professionLabels[p.profession].short}`,
              }))}
              value={String(chosen.id)}
              onChange={(id) => navigate('reglages/horaires', { praticien: id }, 'replace')}
            />
          ) : null
        }
      >
        La semaine type de chacun, puis ce qui change à une date : fermer, remplacer, donner des créneaux en
        plus.
      </SectionHead>
      {data === undefined ? <Loader aria-label="Chargement" /> : null}
      {data !== undefined && chosen === null ? (
        <EmptyState
          title="Aucun praticien"
          action={<Button onClick={() => navigate('reglages/praticiens')}>Ajouter un praticien</Button>}
        >
          Les horaires sont ceux d’un praticien : ajoutez-le d’abord.
        </EmptyState>
      ) : null}
      {chosen ? <PractitionerHours key={chosen.id} practitioner={chosen} /> : null}
    </section>
  );
};
