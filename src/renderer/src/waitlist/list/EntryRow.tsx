import type { ReactNode } from 'react';
import { phonePairs } from '../../../../contract/display.ts';
import type { WaitlistLine } from '../../../../contract/waitlist.ts';
import { PersonLine } from '../../agenda/person/PersonLine.tsx';
import { shortName } from '../../agenda/short-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { useNow, useZone } from '../../app/now.ts';
import { dayText } from '../../ui/dates.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { isDue, limitsText, listTitle, placeText, sinceDay, waitedText, whomText } from '../text.ts';
import { endLabels } from '../words.ts';

interface Props {
  readonly line: WaitlistLine;
  /** Null: out of the order. */
  readonly place: number | null;
  readonly old: boolean;
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly refTo: (element: HTMLElement | null) => void;
  /** What this view adds: « n’a pas répondu à ce créneau »… */
  readonly more?: ReactNode;
}

/** One person who waits: place, who, the number to ring, why here, since when, for whom. */
export const EntryRow = ({ line, place, old, active, onFocus, refTo, more }: Props) => {
  const { day: today } = useNow();
  const zone = useZone();
  const practitioners = usePractitioners();
  const { entry, rank } = line;
  const { patient } = entry;
  const limits = limitsText(entry);
  const waited = waitedText(rank.waitingDays);
  return (
    <li
      ref={refTo}
      className="wl-row"
      data-active={active || undefined}
      data-state={entry.state}
      tabIndex={active ? 0 : -1}
      onFocus={onFocus}
      aria-label={[place === null ? null : placeText(place), shortName(patient.displayName), waited]
        .filter((part) => part !== null)
        .join(', ')}
    >
      <span className="wl-place">{place ?? '·'}</span>
      <span className="wl-who">
        <PersonLine person={patient} numberBeside />
      </span>
      <span className="wl-why">
        {rank.sentence === '' ? null : <span className="pv-secret">{rank.sentence}</span>}
        <small>
          {listTitle(entry)} · {whomText(entry, practitioners)}
        </small>
        {limits === null ? null : <small>{limits}</small>}
        {more}
      </span>
      <span className="wl-call">
        {patient.phone === null ? (
          <span className="wl-phone">sans numéro</span>
        ) : (
          <span className="wl-phone pv-name" data-known>
            {phonePairs(patient.phone)}
          </span>
        )}
        <small title={dayText(sinceDay(entry.since, zone), 'long')}>{waited}</small>
        <span className="wl-marks">
          {entry.state === 'closed' && entry.end !== null ? (
            <StatusChip tone="grey" shape="cross">
              {endLabels[entry.end].toLocaleLowerCase('fr-FR')}
            </StatusChip>
          ) : null}
          {entry.state === 'unreachable' ? (
            <StatusChip tone="grey" shape="ring">
              injoignable
            </StatusChip>
          ) : null}
          {isDue(entry, today) ? (
            <StatusChip tone="amber" shape="triangle">
              à reconfirmer
            </StatusChip>
          ) : null}
          {old && entry.state === 'waiting' ? (
            <StatusChip tone="violet" shape="square">
              ancienne
            </StatusChip>
          ) : null}
        </span>
      </span>
    </li>
  );
};
