import { Select } from '@mantine/core';
import type { Owner } from '../../../contract/callbacks.ts';
import { ownerKey, useOwners } from './owner.ts';

interface Props {
  /** Null: nobody was named, `fallback` says who it then is. */
  readonly value: Owner | null;
  readonly fallback: string;
  readonly onChange: (owner: Owner) => void;
  readonly label?: string;
}

/** Who answers for it: the reception or a practitioner, by the beginning of a name. */
export const OwnerField = ({ value, fallback, onChange, label = 'Par qui' }: Props) => {
  const { choices } = useOwners();
  return (
    <Select
      label={label}
      size="xs"
      searchable
      selectFirstOptionOnChange
      placeholder={fallback}
      data={choices.map(({ key, label: name }) => ({ value: key, label: name }))}
      value={value === null ? null : ownerKey(value)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.key === key);
        if (chosen !== undefined) onChange(chosen.owner);
      }}
    />
  );
};
