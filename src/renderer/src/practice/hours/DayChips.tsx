import { Chip, Input } from '@mantine/core';
import type { ReactNode } from 'react';
import { weekdayLabel } from '../words.ts';

interface DayChipsProps {
  readonly value: readonly number[];
  readonly onChange: (weekdays: number[]) => void;
  readonly error: ReactNode;
}

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Several weekdays at once: « du lundi au vendredi » is five ticks, or one. */
export const DayChips = ({ value, onChange, error }: DayChipsProps) => (
  <Input.Wrapper label="Jours" error={error} labelElement="div">
    {/* biome-ignore lint/a11y/useSemanticElements: ticks in a row; a fieldset would frame them. */}
    <div className="set-days" role="group" aria-label="Jours" data-first>
      <Chip.Group
        multiple
        value={value.map(String)}
        onChange={(picked) => onChange(picked.map(Number).sort((a, b) => a - b))}
      >
        {DAYS.map((weekday) => (
          <Chip key={weekday} value={String(weekday)} size="xs" radius="md" variant="light">
            {weekdayLabel(weekday).slice(0, 3)}.
          </Chip>
        ))}
      </Chip.Group>
      <Chip
        size="xs"
        radius="md"
        variant="outline"
        checked={value.join() === '1,2,3,4,5'}
        onChange={() => onChange([1, 2, 3, 4, 5])}
      >
        lundi à vendredi
      </Chip>
    </div>
  </Input.Wrapper>
);
