import { ActionIcon, Button, Group, Loader } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Practitioner } from '../../../../contract/practice.ts';
import { professionLabels } from '../../../../contract/professions.ts';
import { client } from '../../api/client.ts';
import { api } from '../../api/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { cssVars } from '../css-vars.ts';
import { useSave } from '../form/use-save.ts';
import { SectionHead } from '../SectionHead.tsx';
import { fullName } from '../words.ts';
import { PractitionerForm } from './PractitionerForm.tsx';

type Editing = { readonly practitioner: Practitioner | null };

export const PractitionersSection = () => {
  const { data: practitioners, refetch } = useQuery(api.practice.practitioners.queryOptions());
  const [editing, setEditing] = useState<Editing | null>(null);
  const add = () => setEditing({ practitioner: null });
  const order = useSave({
    call: client.practice.orderPractitioners,
    success: 'L’ordre des colonnes est enregistré.',
  });
  const move = (index: number, by: number) => {
    if (!practitioners) return;
    const ids = practitioners.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    ids.splice(index + by, 0, moved);
    order.save({ ids });
  };
  return (
    <section className="set-section">
      <SectionHead
        title="Praticiens"
        action={
          <Button leftSection={<IconPlus size={16} />} onClick={add}>
            Ajouter un praticien
          </Button>
        }
      >
        Une colonne chacun sur la journée, dans cet ordre. Qui part garde ses rendez-vous passés.
      </SectionHead>
      <div className="set-split" data-open={editing !== null || undefined}>
        {practitioners === undefined ? (
          <Loader />
        ) : practitioners.length === 0 ? (
          <EmptyState title="Aucun praticien" action={<Button onClick={add}>Ajouter le premier</Button>}>
            Sans praticien, il n’y a pas d’agenda à ouvrir.
          </EmptyState>
        ) : (
          <ul className="set-list">
            {practitioners.map((practitioner, index) => (
              <li key={practitioner.id}>
                <Row
                  practitioner={practitioner}
                  current={editing?.practitioner?.id === practitioner.id}
                  first={index === 0}
                  last={index === practitioners.length - 1}
                  onEdit={() => setEditing({ practitioner })}
                  onMove={(by) => move(index, by)}
                />
              </li>
            ))}
          </ul>
        )}
        {editing ? (
          <PractitionerForm
            key={`${editing.practitioner?.id} ${editing.practitioner?.version}`}
            practitioner={editing.practitioner}
            others={practitioners ?? []}
            onClose={() => setEditing(null)}
            onReload={async () => {
              const fresh = (await refetch()).data?.find(({ id }) => id === editing.practitioner?.id);
              setEditing(fresh ? { practitioner: fresh } : null);
            }}
          />
        ) : null}
      </div>
    </section>
  );
};

interface RowProps {
  readonly practitioner: Practitioner;
  readonly current: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onEdit: () => void;
  readonly onMove: (by: number) => void;
}

const Row = ({ practitioner, current, first, last, onEdit, onMove }: RowProps) => {
  const name = fullName(practitioner);
  return (
    <div
      className="set-row"
      data-current={current || undefined}
      data-off={!practitioner.active || undefined}
      style={cssVars({ '--c': practitioner.colour })}
    >
      <span className="set-bar" aria-hidden="true" />
      <span className="set-row-main">
        <b>{name}</b>
        <small>
          {professionLabels[practitioner.profession].label} · pas de {practitioner.step} min
        </small>
      </span>
      {practitioner.active ? null : (
        <StatusChip tone="grey" shape="ring">
          ne consulte plus
        </StatusChip>
      )}
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Monter ${name}`}
          disabled={first}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={17} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Descendre ${name}`}
          disabled={last}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={17} />
        </ActionIcon>
      </Group>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPencil size={15} />}
        aria-label={`Modifier ${name}`}
        onClick={onEdit}
      >
        Modifier
      </Button>
    </div>
  );
};
