import { Button, Loader } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Staff } from '../../../contract/people.ts';
import { api } from '../api/query.ts';
import { SectionHead } from '../practice/SectionHead.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import './people.css';
import { roles } from './roles.ts';
import { StaffForm } from './StaffForm.tsx';

type Editing = { readonly staff: Staff | null };

export const TeamSection = () => {
  const { data: people, refetch } = useQuery(api.people.list.queryOptions());
  const { data: practitioners = [] } = useQuery(api.practice.practitioners.queryOptions());
  const [editing, setEditing] = useState<Editing | null>(null);
  return (
    <section className="set-section">
      <SectionHead
        title="Équipe"
        action={
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing({ staff: null })}>
            Ajouter quelqu’un
          </Button>
        }
      >
        Chacun signe ce qu’il fait par ses initiales, choisies au poste. Rien ne s’enregistre sans elles.
      </SectionHead>
      <div className="set-split" data-open={editing !== null || undefined}>
        {people === undefined ? (
          <Loader aria-label="Chargement" />
        ) : (
          <ul className="set-list">
            {people.map((staff) => (
              <li key={staff.id}>
                <StaffRow
                  staff={staff}
                  current={editing?.staff?.id === staff.id}
                  onEdit={() => setEditing({ staff })}
                />
              </li>
            ))}
          </ul>
        )}
        {editing ? (
          <StaffForm
            key={`${editing.staff?.id} ${editing.staff?.version}`}
            staff={editing.staff}
            practitioners={practitioners}
            onClose={() => setEditing(null)}
            onReload={async () => {
              const fresh = (await refetch()).data?.find(({ id }) => id === editing.staff?.id);
              setEditing(fresh ? { staff: fresh } : null);
            }}
          />
        ) : null}
      </div>
    </section>
  );
};

interface StaffRowProps {
  readonly staff: Staff;
  readonly current: boolean;
  readonly onEdit: () => void;
}

const StaffRow = ({ staff, current, onEdit }: StaffRowProps) => (
  <div className="set-row" data-current={current || undefined} data-off={!staff.active || undefined}>
    <span className="people-initials" data-role={staff.role} aria-hidden="true">
      {staff.initials}
    </span>
    <span className="set-row-main">
      <b>{staff.name}</b>
      <small>{roles[staff.role].label}</small>
    </span>
    {staff.active ? null : (
      <StatusChip tone="grey" shape="ring">
        ne travaille plus ici
      </StatusChip>
    )}
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPencil size={15} />}
      aria-label={`Modifier ${staff.name}`}
      onClick={onEdit}
    >
      Modifier
    </Button>
  </div>
);
