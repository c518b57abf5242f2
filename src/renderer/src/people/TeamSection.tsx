import { Button, Loader } from '@mantine/core';
import { IconKey, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Staff } from '../../../contract/people.ts';
import { api } from '../api/query.ts';
import { useStation } from '../app/station.ts';
import { SectionHead } from '../practice/SectionHead.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import './people.css';
import { ofPerson } from './names.ts';
import { PinCard } from './PinCard.tsx';
import { roles } from './roles.ts';
import { SeatingForm } from './SeatingForm.tsx';
import { StaffForm } from './StaffForm.tsx';

/** A person's line, or her code. */
type Editing = { readonly staff: Staff | null; readonly pin?: true };

export const TeamSection = () => {
  const { data: people, refetch } = useQuery(api.people.list.queryOptions());
  const { data: practitioners = [] } = useQuery(api.practice.practitioners.queryOptions());
  const { data: seating } = useQuery(api.people.seating.queryOptions());
  const actorId = useStation((state) => state.actorId);
  const [editing, setEditing] = useState<Editing | null>(null);
  // As the desk has it: a house without a référent lets reception make the first.
  const referents = (people ?? []).filter(({ active, role }) => active && role === 'coordinator');
  const governs =
    referents.some(({ id }) => id === actorId) ||
    (referents.length === 0 && people?.find(({ id }) => id === actorId)?.role === 'reception');
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
                  hasPin={seating?.withPin.includes(staff.id) ?? false}
                  onPin={
                    staff.active && (governs || staff.id === actorId)
                      ? () => setEditing({ staff, pin: true })
                      : null
                  }
                />
              </li>
            ))}
          </ul>
        )}
        {editing?.pin && editing.staff !== null ? (
          <PinCard key={editing.staff.id} staff={editing.staff} onClose={() => setEditing(null)} />
        ) : editing ? (
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
      {seating === undefined ? null : <SeatingForm key={seating.version} seating={seating} mine={governs} />}
    </section>
  );
};

interface StaffRowProps {
  readonly staff: Staff;
  readonly current: boolean;
  readonly onEdit: () => void;
  readonly hasPin: boolean;
  /** Null: hers to change, not for whoever sits here. */
  readonly onPin: (() => void) | null;
}

const StaffRow = ({ staff, current, onEdit, hasPin, onPin }: StaffRowProps) => (
  <div className="set-row" data-current={current || undefined} data-off={!staff.active || undefined}>
    <span className="people-initials" data-role={staff.role} aria-hidden="true">
      {staff.initials}
    </span>
    <span className="set-row-main">
      <b>{staff.name}</b>
      <small>
        {roles[staff.role].label}
        {hasPin ? ' · avec un code' : ''}
      </small>
    </span>
    {staff.active ? null : (
      <StatusChip tone="grey" shape="ring">
        ne travaille plus ici
      </StatusChip>
    )}
    {onPin === null ? null : (
      <Button
        variant="default"
        size="xs"
        leftSection={<IconKey size={15} />}
        aria-label={`Code ${ofPerson(staff.name)}`}
        onClick={onPin}
      >
        Code
      </Button>
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
