import { Popover, TextInput, UnstyledButton } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { Day } from '../../../../contract/time.ts';
import { CommandHint } from '../../app/shortcuts/CommandButton.tsx';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { capitalised, dayText } from '../../ui/dates.ts';
import { goToDay } from '../go.ts';
import { readDayWish } from './day-wish.ts';

interface Props {
  readonly day: Day;
  readonly today: Day;
  readonly title: string;
  /** In the week view, a jump stays in the week view. */
  readonly onJump?: (day: Day) => void;
}

/** The title of the day opens the calendar of the month; a date can be typed as people say it. */
export const DayJump = ({ day, today, title, onJump }: Props) => {
  const [opened, setOpened] = useState(false);
  useCommand('day.jump', () => setOpened(true));
  const jump = (to: Day) => {
    setOpened(false);
    if (onJump === undefined) goToDay(to, today);
    else onJump(to);
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <UnstyledButton className="agenda-title" onClick={() => setOpened(!opened)}>
          <h1>{title}</h1>
          <span className="pv-sr-only">, choisir un autre jour</span>
          <IconChevronDown size={16} />
          <CommandHint command="day.jump" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <JumpForm day={day} today={today} onJump={jump} />
      </Popover.Dropdown>
    </Popover>
  );
};

type FormProps = Pick<Props, 'day' | 'today'> & { readonly onJump: (day: Day) => void };

const JumpForm = ({ day, today, onJump }: FormProps) => {
  const [text, setText] = useState('');
  const read = text.trim() === '' ? null : readDayWish(text, today);
  const unread = text.trim() !== '' && read === null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (read !== null) onJump(read);
      }}
    >
      <TextInput
        data-autofocus
        aria-label="Jour"
        placeholder="24, 24/11, lundi, demain, +7…"
        mb="sm"
        value={text}
        error={unread ? 'Jour non compris' : null}
        description={read === null ? 'Entrée pour y aller' : capitalised(dayText(read, 'long'))}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <DatePicker
        value={day}
        defaultDate={day}
        hideOutsideDates
        onChange={(value) => {
          if (value !== null) onJump(value);
        }}
        ariaLabels={{
          nextMonth: 'Mois suivant',
          previousMonth: 'Mois précédent',
          nextYear: 'Année suivante',
          previousYear: 'Année précédente',
          nextDecade: 'Décennie suivante',
          previousDecade: 'Décennie précédente',
        }}
      />
    </form>
  );
};
