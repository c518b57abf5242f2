import { Button, Loader, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppointmentType, Practitioner } from '../../../../contract/practice.ts';
import { professionLabels } from '../../../../contract/professions.ts';
import { api } from '../../api/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { fullName } from '../words.ts';
import { TypeForm } from './TypeForm.tsx';
import { TypeRow } from './TypeRow.tsx';

type Editing = { readonly type: AppointmentType | null };

export const TypesSection = () => {
  const { data: types, refetch } = useQuery(api.practice.appointmentTypes.queryOptions());
  const { data: practitioners = [] } = useQuery(api.practice.practitioners.queryOptions());
  const [editing, setEditing] = useState<Editing | null>(null);
  const [withUnused, setWithUnused] = useState(false);
  const shown = types?.filter(({ active }) => active || withUnused) ?? [];
  const unused = types?.filter(({ active }) => !active).length ?? 0;
  const add = () => setEditing({ type: null });
  return (
    <section className="set-section">
      <SectionHead
        title="Motifs"
        action={
          <Button leftSection={<IconPlus size={16} />} onClick={add}>
            Ajouter un motif
          </Button>
        }
      >
        Pourquoi on vient, et combien de temps il faut. La consigne s’affiche au moment de prendre le
        rendez-vous.
      </SectionHead>
      <div className="set-split" data-open={editing !== null || undefined}>
        <div>
          {unused > 0 ? (
            <Switch
              label={`Montrer aussi les motifs retirés (${unused})`}
              checked={withUnused}
              onChange={({ currentTarget }) => setWithUnused(currentTarget.checked)}
            />
          ) : null}
          {types === undefined ? <Loader aria-label="Chargement" /> : null}
          {types?.length === 0 ? (
            <EmptyState title="Aucun motif" action={<Button onClick={add}>Ajouter le premier</Button>}>
              Un rendez-vous a toujours un motif : il donne sa durée.
            </EmptyState>
          ) : null}
          {groupsOf(shown, practitioners).map((group) => (
            <div key={group.title} className="set-group">
              <h3>{group.title}</h3>
              <ul className="set-list">
                {group.types.map((type) => (
                  <li key={type.id}>
                    <TypeRow
                      type={type}
                      current={editing?.type?.id === type.id}
                      onEdit={() => setEditing({ type })}
                    />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        {editing ? (
          <TypeForm
            key={`${editing.type?.id} ${editing.type?.version}`}
            type={editing.type}
            types={types ?? []}
            practitioners={practitioners}
            onClose={() => setEditing(null)}
            onReload={async () => {
              const fresh = (await refetch()).data?.find(({ id }) => id === editing.type?.id);
              setEditing(fresh ? { type: fresh } : null);
            }}
          />
        ) : null}
      </div>
    </section>
  );
};

/** By profession, in the order of the columns, then the practitioners who have some of their own. */
const groupsOf = (types: readonly AppointmentType[], practitioners: readonly Practitioner[]) => {
  const inHouse = practitioners.map(({ profession }) => profession);
  const professions = [...new Set([...inHouse, ...types.flatMap(({ profession }) => profession ?? [])])];
  return [
    ...professions.map((profession) => ({
      title: professionLabels[profession].plural,
      types: types.filter((type) => type.profession === profession),
    })),
    ...practitioners.map((practitioner) => ({
      title: `Propres à ${fullName(practitioner)}`,
      types: types.filter((type) => type.practitionerId === practitioner.id),
    })),
  ].filter((group) => group.types.length > 0);
};
