import { useNow } from '../../../app/now.ts';
import { Chip, ChipRow } from '../../../ui/Chip.tsx';
import { dayText } from '../../../ui/dates.ts';
import { type Filters, filterByKey, toggleHalf, toggleWeekday, WEEKDAY_KEYS } from '../filters.ts';

interface Props {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** When: halves of the day, days of the week, and from which date on. */
export const FilterChips = ({ filters, onChange }: Props) => {
  const { day: today } = useNow();
  const step = (key: '+' | '-') => {
    const next = filterByKey(filters, key, today);
    if (next !== null) onChange(next);
  };
  return (
    <ChipRow label="Quand" dense>
      <Chip
        shortcut="m"
        chosen={filters.half === 'morning'}
        onChoose={() => onChange(toggleHalf(filters, 'morning'))}
      >
        Matin
      </Chip>
      <Chip
        shortcut="a"
        chosen={filters.half === 'afternoon'}
        onChoose={() => onChange(toggleHalf(filters, 'afternoon'))}
      >
        Après-midi
      </Chip>
      {WEEKDAY_KEYS.map(({ key, weekday, label }) => (
        <Chip
          key={key}
          shortcut={key}
          chosen={filters.weekdays.includes(weekday)}
          onChoose={() => onChange(toggleWeekday(filters, weekday))}
        >
          {label}
        </Chip>
      ))}
      <Chip shortcut="Pg ↓" chosen={filters.from !== null} onChoose={() => step('+')}>
        {filters.from === null ? 'Plus tard' : `Dès le ${dayText(filters.from, 'short')}`}
      </Chip>
      {filters.from === null ? null : (
        <Chip shortcut="Pg ↑" chosen={false} onChoose={() => step('-')}>
          Plus tôt
        </Chip>
      )}
    </ChipRow>
  );
};
