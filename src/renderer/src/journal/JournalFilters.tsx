import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type JournalFilter, JournalKind, journalKinds } from '../../../contract/journal.ts';
import { api } from '../api/query.ts';
import { DayField } from '../practice/form/DayField.tsx';
import './journal.css';

/** What one patient's journal and the whole of it are both looked for by. */
export type Within = Pick<JournalFilter, 'kind' | 'from' | 'to'>;
export const EVERYTHING: Within = { kind: null, from: null, to: null };

const kinds = JournalKind.options.map((value) => ({ value, label: journalKinds[value] }));

interface WithinProps {
  readonly value: Within;
  readonly onChange: (change: Partial<Within>) => void;
}

export const WithinFields = ({ value, onChange }: WithinProps) => (
  <>
    <Select
      label="Sorte d’acte"
      placeholder="toutes"
      clearable
      data={kinds}
      value={value.kind}
      onChange={(kind) => onChange({ kind })}
    />
    <DayField label="Du" clearable value={value.from} onChange={(from) => onChange({ from })} />
    <DayField label="Au" clearable value={value.to} onChange={(to) => onChange({ to })} />
  </>
);

interface ActorProps {
  readonly value: JournalFilter['actorId'];
  readonly onChange: (actorId: JournalFilter['actorId']) => void;
}

/** Whoever works here, and whoever did: the journal outlives them. */
export const ActorField = ({ value, onChange }: ActorProps) => {
  const { data: staff = [] } = useQuery(api.people.list.queryOptions());
  return (
    <Select
      label="Par qui"
      placeholder="tout le monde"
      clearable
      searchable
      nothingFoundMessage="Personne de ce nom"
      data={staff.map(({ id, initials, name, active }) => ({
        value: String(id),
        label: `${initials} · ${name}${active ? '' : ' (parti)'}`,
      }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(staff.find(({ id }) => String(id) === chosen)?.id ?? null)}
    />
  );
};
