import { Select } from '@mantine/core';
import type { PractitionerId } from '../../../../contract/ids.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import { practitionerFullName } from '../practitioner-name.ts';

interface Props {
  readonly practitioners: readonly Practitioner[];
  readonly value: PractitionerId;
  readonly onChange: (id: PractitionerId) => void;
}

export const WhoseWeek = ({ practitioners, value, onChange }: Props) => (
  <Select
    aria-label="Praticien"
    searchable
    allowDeselect={false}
    data={practitioners.map((one) => ({ value: String(one.id), label: practitionerFullName(one) }))}
    value={String(value)}
    onChange={(chosen) => {
      const person = practitioners.find(({ id }) => String(id) === chosen);
      if (person !== undefined) onChange(person.id);
    }}
    w={230}
    flex="none"
  />
);
