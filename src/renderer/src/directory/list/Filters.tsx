import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/query.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { whatLabel } from '../words.ts';
import { setFilter, useFilter } from './filter.ts';

interface PickProps {
  readonly label: string;
  readonly all: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

const Pick = ({ label, all, data, value, onChange }: PickProps) => (
  <Select
    size="xs"
    searchable
    clearable
    selectFirstOptionOnChange
    limit={100}
    aria-label={label}
    placeholder={all}
    nothingFoundMessage="Rien de tel"
    clearButtonProps={{ 'aria-label': `${label} : enlever ce choix` }}
    data={[...data]}
    value={value}
    onChange={onChange}
  />
);

const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** What the list is narrowed to. Only what the directory holds is offered. */
export const Filters = () => {
  const filter = useFilter();
  const { data } = useQuery(api.directory.choices.queryOptions({ placeholderData: (previous) => previous }));
  if (data === undefined) return null;
  const whats = [...data.professions, ...data.kinds].map((value) => ({ value, label: whatLabel(value) }));
  return (
    <section className="directory-filters" aria-label="Restreindre la liste">
      <Pick
        label="Profession ou structure"
        all="Toutes professions et structures"
        data={whats}
        value={filter.what}
        onChange={(what) => setFilter({ what })}
      />
      <Pick
        label="Commune"
        all="Toutes communes"
        data={same(data.communes)}
        value={filter.commune}
        onChange={(commune) => setFilter({ commune })}
      />
      <Pick
        label="Compétence"
        all="Toutes compétences"
        data={same(data.competences)}
        value={filter.competence}
        onChange={(competence) => setFilter({ competence })}
      />
      <ChipRow label="Seulement" dense>
        <Chip
          shortcut={null}
          chosen={filter.newcomers}
          onChoose={() => setFilter({ newcomers: !filter.newcomers })}
        >
          Prend des nouveaux
        </Chip>
        <Chip
          shortcut={null}
          chosen={filter.unscheduled}
          onChoose={() => setFilter({ unscheduled: !filter.unscheduled })}
        >
          Non programmés
        </Chip>
        <Chip
          shortcut={null}
          chosen={filter.putAway}
          onChoose={() => setFilter({ putAway: !filter.putAway })}
        >
          Rangées
        </Chip>
      </ChipRow>
    </section>
  );
};
