import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Minute } from '../../../../contract/time.ts';
import { parseTime, timeText } from './time-text.ts';

interface TimeFieldProps {
  readonly label: string;
  readonly value: Minute | null;
  readonly onChange: (minute: Minute | null) => void;
  readonly error?: React.ReactNode;
  /** Of Mantine's form: where it finds the field to focus. */
  readonly 'data-path'?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
}

/** Understood as it is typed, shown again as « 8:30 » when left. */
export const TimeField = ({ value, onChange, error, placeholder = '8:30', ...field }: TimeFieldProps) => {
  const [typed, setTyped] = useState(value === null ? '' : timeText(value));
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => {
    // Another value from outside (another row, a default): not while one's own typing says the same.
    setTyped((now) => (parseTime(now) === value ? now : value === null ? now : timeText(value)));
  }, [value]);
  return (
    <TextInput
      {...field}
      placeholder={placeholder}
      autoComplete="off"
      value={typed}
      error={unreadable ? 'Écrivez par exemple 8:30 ou 8h30.' : error}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        setUnreadable(false);
        onChange(parseTime(currentTarget.value));
      }}
      onBlur={() => {
        const minute = parseTime(typed);
        setUnreadable(typed.trim() !== '' && minute === null);
        if (minute !== null) setTyped(timeText(minute));
      }}
    />
  );
};
