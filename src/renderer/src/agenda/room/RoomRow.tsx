import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { Appointment } from '../../../../contract/agenda.ts';
import type { LocalNow } from '../../../../contract/time.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { clockText, durationText } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { shortName } from '../short-name.ts';
import { statusLook } from '../status.ts';
import { LATE_AFTER, nextStep, stepBack, type Wish, waited } from './room.ts';

interface Props {
  readonly row: Appointment;
  readonly practitioner: string;
  readonly now: LocalNow;
  /** Under the cursor: its actions are in sight, and its keys work. */
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly onChange: (to: Wish, excused?: boolean) => void;
  readonly refTo: (element: HTMLElement | null) => void;
}

const Wait = ({ row, now }: Pick<Props, 'row' | 'now'>) => {
  const minutes = row.status === 'arrived' ? waited(row, Date.now()) : null;
  if (minutes !== null)
    return (
      <StatusChip tone="amber" shape="dot">
        {durationText(minutes)}
      </StatusChip>
    );
  if (row.status === 'booked' && row.start + LATE_AFTER <= now.minute)
    return (
      <StatusChip tone="coral" shape="triangle">
        +{durationText(now.minute - row.start)}
      </StatusChip>
    );
  if (row.status === 'booked') return null;
  const { label, tone, shape } = statusLook[row.status];
  return (
    <StatusChip tone={tone} shape={shape}>
      {row.status === 'noshow' && row.excused === true ? 'Excusé' : label}
    </StatusChip>
  );
};

/** One person of the day. Enter takes the next step; letters do the rest while the line is under the cursor. */
export const RoomRow = ({ row, practitioner, now, active, onFocus, onChange, refTo }: Props) => {
  const next = nextStep[row.status];
  const back = stepBack(row);
  const letters: Readonly<Record<string, () => void>> = {
    ...(row.status === 'booked'
      ? { x: () => onChange('noshow', false), e: () => onChange('noshow', true) }
      : {}),
    ...(back === null ? {} : { r: () => onChange(back) }),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Held down, Enter would walk somebody from the door to the way out.
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const act = event.key === 'Enter' && next !== null ? () => onChange(next.to) : letters[meantKey(event)];
    if (act === undefined || (event.key === 'Enter' && event.target !== event.currentTarget)) return;
    event.preventDefault();
    act();
  };
  const minutes = row.status === 'arrived' ? waited(row, Date.now()) : null;
  const spoken = [
    clockText(row.start),
    row.patient.displayName,
    practitioner,
    statusLook[row.status].label,
    ...(minutes === null ? [] : [`attend depuis ${durationText(minutes)}`]),
  ].join(', ');
  return (
    <li
      className="room-row"
      data-status={row.status}
      data-active={active || undefined}
      tabIndex={active ? 0 : -1}
      ref={refTo}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      aria-label={spoken}
    >
      <span className="room-hour">{clockText(row.start)}</span>
      <span className="room-who">
        <strong className="pv-name">{shortName(row.patient.displayName)}</strong>
        <span>
          {practitioner}
          {row.typeName === '' ? null : ` · ${row.typeName}`}
        </span>
      </span>
      <Wait row={row} now={now} />
      {active ? (
        <span className="room-actions">
          {next === null ? null : (
            <Button
              size="compact-sm"
              tabIndex={-1}
              rightSection={<Kbd>Entrée</Kbd>}
              onClick={() => onChange(next.to)}
            >
              {next.label}
            </Button>
          )}
          {row.status === 'booked' ? (
            <>
              <Button
                size="compact-sm"
                tabIndex={-1}
                variant="default"
                rightSection={<Kbd>X</Kbd>}
                onClick={() => onChange('noshow', false)}
              >
                Non venu
              </Button>
              <Button
                size="compact-sm"
                tabIndex={-1}
                variant="default"
                rightSection={<Kbd>E</Kbd>}
                onClick={() => onChange('noshow', true)}
              >
                Excusé
              </Button>
            </>
          ) : null}
          {back === null ? null : (
            <Button
              size="compact-sm"
              tabIndex={-1}
              variant="default"
              rightSection={<Kbd>R</Kbd>}
              onClick={() => onChange(back)}
            >
              Revenir à « {statusLook[back].label.toLocaleLowerCase('fr-FR')} »
            </Button>
          )}
        </span>
      ) : null}
    </li>
  );
};
