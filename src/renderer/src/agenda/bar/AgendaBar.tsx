import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Day } from '../../../../contract/time.ts';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { type CommandId, specOf } from '../../app/shortcuts/commands.ts';
import { runCommand } from '../../app/shortcuts/registry.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { DayJump } from './DayJump.tsx';

interface Props {
  readonly day: Day;
  readonly today: Day;
  readonly title: string;
  /** A public holiday. */
  readonly note?: string;
  readonly children?: ReactNode;
  readonly onJump?: (day: Day) => void;
}

const Arrow = ({ command, children }: { readonly command: CommandId; readonly children: ReactNode }) => (
  <ActionIcon
    variant="default"
    size={34}
    aria-label={specOf(command).label}
    title={`${specOf(command).label} (Alt ${command === 'day.previous' ? '←' : '→'})`}
    onClick={() => runCommand(command)}
  >
    {children}
  </ActionIcon>
);

/** The day on screen and how to leave it, the filter, and the two keys that start a call. */
export const AgendaBar = ({ day, today, title, note, children, onJump }: Props) => (
  <div className="agenda-bar">
    <DayJump day={day} today={today} title={title} {...(onJump === undefined ? {} : { onJump })} />
    {note === undefined ? null : (
      <StatusChip tone="violet" shape="square">
        {note}
      </StatusChip>
    )}
    <Group gap={4} wrap="nowrap">
      <Arrow command="day.previous">
        <IconChevronLeft size={18} />
      </Arrow>
      <Button variant="default" onClick={() => runCommand('day.today')} disabled={day === today}>
        Aujourd’hui
      </Button>
      <Arrow command="day.next">
        <IconChevronRight size={18} />
      </Arrow>
    </Group>
    {children}
    <span className="agenda-gap" />
    <ActionIcon
      variant="default"
      size={34}
      aria-label="Imprimer la journée"
      aria-keyshortcuts="Control+P"
      title="Imprimer la journée (Ctrl P)"
      onClick={() => runCommand('print')}
    >
      <IconPrinter size={18} stroke={1.7} />
    </ActionIcon>
    <CommandButton command="arrival" variant="default" className="bar-arrival" />
    <CommandButton command="slots.find" variant="default" className="bar-slots" />
    <CommandButton command="request.new" />
  </div>
);
