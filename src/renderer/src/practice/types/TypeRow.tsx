import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { AppointmentType } from '../../../../contract/practice.ts';
import { durationText } from '../../ui/dates.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { cssVars } from '../css-vars.ts';
import { kinds } from '../words.ts';

interface TypeRowProps {
  readonly type: AppointmentType;
  readonly current: boolean;
  readonly onEdit: () => void;
}

export const TypeRow = ({ type, current, onEdit }: TypeRowProps) => (
  <div
    className="set-row"
    data-current={current || undefined}
    data-off={!type.active || undefined}
    style={type.colour === null ? {} : cssVars({ '--c': type.colour })}
  >
    <span className="set-bar" aria-hidden="true" />
    <span className="set-minutes">{durationText(type.minutes)}</span>
    <span className="set-row-main">
      <b>{type.name}</b>
      {type.instruction === null ? null : <small>{type.instruction}</small>}
    </span>
    {type.kind === 'unscheduled' ? (
      <StatusChip tone="coral" shape="triangle">
        {kinds.unscheduled.short}
      </StatusChip>
    ) : null}
    {type.kind === 'newPatient' ? (
      <StatusChip tone="blue" shape="square">
        {kinds.newPatient.short}
      </StatusChip>
    ) : null}
    {type.active ? null : (
      <StatusChip tone="grey" shape="ring">
        retiré
      </StatusChip>
    )}
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPencil size={15} />}
      aria-label={`Modifier ${type.name}`}
      onClick={onEdit}
    >
      Modifier
    </Button>
  </div>
);
