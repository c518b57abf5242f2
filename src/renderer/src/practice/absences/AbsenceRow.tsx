import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { Absence, Practitioner } from '../../../../contract/practice.ts';
import type { Day } from '../../../../contract/time.ts';
import { capitalised } from '../../ui/dates.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { cssVars } from '../css-vars.ts';
import { absenceReasons, fullName } from '../words.ts';
import { spanText } from './span.ts';

interface AbsenceRowProps {
  readonly absence: Absence;
  readonly practitioner: Practitioner | undefined;
  readonly today: Day;
  /** Appointments inside that nobody has dealt with yet. */
  readonly stranded: number;
  readonly current: boolean;
  readonly onEdit: () => void;
}

export const AbsenceRow = ({ absence, practitioner, today, stranded, current, onEdit }: AbsenceRowProps) => {
  const name = practitioner ? fullName(practitioner) : '';
  const now = absence.fromDay <= today && today <= absence.toDay;
  return (
    <div
      className="set-row"
      data-current={current || undefined}
      data-off={absence.toDay < today || undefined}
      style={practitioner ? cssVars({ '--c': practitioner.colour }) : {}}
    >
      <span className="set-bar" aria-hidden="true" />
      <span className="set-row-main">
        <b>{name}</b>
        <small>
          {capitalised(spanText(absence))}
          {absence.note === null ? '' : ` · ${absence.note}`}
        </small>
      </span>
      {stranded > 0 ? (
        <StatusChip tone="red" shape="triangle">
          {stranded} rendez-vous à reprendre
        </StatusChip>
      ) : null}
      {now ? <StatusChip tone="violet">en ce moment</StatusChip> : null}
      <StatusChip tone="grey" shape="none">
        {absenceReasons[absence.reason].toLowerCase()}
      </StatusChip>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPencil size={15} />}
        aria-label={`Modifier l’absence de ${name}, ${spanText(absence)}`}
        onClick={onEdit}
      >
        Modifier
      </Button>
    </div>
  );
};
