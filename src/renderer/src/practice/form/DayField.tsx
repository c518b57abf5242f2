import { DateInput } from '@mantine/dates';
import { type KeyboardEvent, useState } from 'react';
import type { Day } from '../../../../contract/time.ts';
import { useNow } from '../../app/now.ts';
import { parseDay } from './day-text.ts';

interface DayFieldProps {
  readonly label: string;
  readonly value: Day | null;
  readonly onChange: (day: Day | null) => void;
  readonly error?: React.ReactNode;
  readonly 'data-path'?: string;
  readonly description?: string;
  readonly clearable?: boolean;
  readonly placeholder?: string;
}

/**
 * Typed (« 24/12 », « 24/12/26 »), or picked in the calendar that a click or the down arrow opens: a form that opens on a
 * date must not hide itself behind a calendar.
 */
export const DayField = ({ value, onChange, placeholder = 'jj/mm/aaaa', ...field }: DayFieldProps) => {
  const { day: today } = useNow();
  const [open, setOpen] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setOpen(true);
    if (event.key === 'Escape' && open) event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Enter') setOpen(false);
  };
  return (
    <DateInput
      {...field}
      size="sm"
      value={value}
      onChange={(day) => {
        setOpen(false);
        onChange(day);
      }}
      onClick={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onKeyDown={onKeyDown}
      valueFormat="DD/MM/YYYY"
      dateParser={(typed) => parseDay(typed, today)}
      placeholder={placeholder}
      popoverProps={{ opened: open, shadow: 'md' }}
      clearButtonProps={{ 'aria-label': 'Effacer la date' }}
      previousLabel="Mois précédent"
      nextLabel="Mois suivant"
    />
  );
};
