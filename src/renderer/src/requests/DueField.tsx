import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { addDays, type Day, type Instant } from '../../../contract/time.ts';
import { api } from '../api/query.ts';
import { useNow, useZone } from '../app/now.ts';
import { Chip, ChipRow } from '../ui/Chip.tsx';
import { type DueChoice, dueChoices, LOOK_AHEAD_DAYS, momentText, readDue } from './due.ts';

/** Those of the house's region, for as far as a deadline is proposed. */
const useHolidays = (day: Day): ReadonlySet<Day> => {
  const { data } = useQuery(
    api.practice.holidays.queryOptions({
      input: { from: day, to: addDays(day, LOOK_AHEAD_DAYS) },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  return useMemo(() => new Set(data?.map((holiday) => holiday.day)), [data]);
};

/** The deadlines to propose now, in the order of their digits. */
export const useDueChoices = (): readonly DueChoice[] => {
  const now = useNow();
  const zone = useZone();
  return dueChoices(now, zone, useHolidays(now.day));
};

export const dueAt = (key: string, choices: readonly DueChoice[]): Instant | null =>
  /^[1-9]$/.test(key) ? (choices[Number(key) - 1]?.due ?? null) : null;

interface Props {
  readonly value: Instant | null;
  readonly onChange: (due: Instant | null) => void;
  readonly error?: string | null;
  /** The digits are answered by whoever holds the focus: shown only where they work. */
  readonly digits: boolean;
  readonly label?: string;
  /** Other deadlines than those of a call-back. */
  readonly choices?: readonly DueChoice[];
}

/** By when: one digit, or « demain 9h ». */
export const DueField = ({
  value,
  onChange,
  error = null,
  digits,
  label = 'Avant quand',
  choices: given,
}: Props) => {
  const now = useNow();
  const zone = useZone();
  const usual = useDueChoices();
  const choices = given ?? usual;
  const [typed, setTyped] = useState('');
  const [unreadable, setUnreadable] = useState(false);
  const chosen = choices.some(({ due }) => due === value);
  useEffect(() => {
    if (chosen) setTyped('');
  }, [chosen]);
  return (
    <div className="due">
      <ChipRow label={value === null ? label : `${label} : ${momentText(value, now, zone)}`} error={error}>
        {choices.map((choice, index) => (
          <Chip
            key={choice.label}
            shortcut={digits ? String(index + 1) : null}
            chosen={choice.due === value}
            onChoose={() => onChange(choice.due)}
          >
            {choice.label}
          </Chip>
        ))}
        <TextInput
          className="due-typed"
          size="xs"
          aria-label="Autre échéance"
          placeholder="ou : jeudi 14h"
          autoComplete="off"
          value={typed}
          error={unreadable ? 'Écrivez par exemple « demain 9h » ou « 26/11 ».' : undefined}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setUnreadable(false);
            const due = readDue(currentTarget.value, now, zone);
            if (due !== null) onChange(due);
          }}
          onBlur={() => setUnreadable(typed.trim() !== '' && readDue(typed, now, zone) === null)}
        />
      </ChipRow>
    </div>
  );
};
