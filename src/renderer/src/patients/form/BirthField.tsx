import { TextInput } from '@mantine/core';
import { ageLabel, birthLabel, parseBirth } from '../../../../contract/birth.ts';
import type { Sex } from '../../../../contract/patients.ts';
import { useNow } from '../../app/now.ts';
import { fieldLabel } from './words.ts';

interface Props {
  readonly value: string;
  readonly sex: Sex;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

/** One field whatever is known: a day, a year, « vers 1952 », « inconnue ». Says what was understood, before saving. */
export const BirthField = ({ value, sex, error, onChange }: Props) => {
  const { day } = useNow();
  const parsed = parseBirth(value, day);
  const understood =
    parsed.ok && parsed.birth.precision !== 'unknown'
      ? `${birthLabel(parsed.birth, sex)}, ${ageLabel(parsed.birth, day)}`
      : parsed.ok && value.trim() !== ''
        ? birthLabel(parsed.birth, sex)
        : '12/03/1952, 1952, vers 1952, inconnue';
  return (
    <TextInput
      label={fieldLabel.birth}
      description={error === undefined ? <span aria-live="polite">{understood}</span> : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder="jj/mm/aaaa"
      autoComplete="off"
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};
