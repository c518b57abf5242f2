import { type ReactNode, useEffect, useRef } from 'react';
import type { ReturnLine } from '../../../../contract/night-return.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import { localNow } from '../../../../contract/time.ts';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { houseZone } from '../../app/now.ts';
import { clockText, dayText } from '../../ui/dates.ts';
import { ShapeMark } from '../../ui/StatusChip.tsx';
import { type Choice, type Proposal, proposalOf } from './proposal.ts';
import { asideLabels, kindLabels, settledText } from './words.ts';

interface Props {
  readonly line: ReturnLine;
  readonly choice: Choice;
  readonly practitioners: readonly Practitioner[];
  readonly current: boolean;
  readonly onPoint: () => void;
  /** What the line under the cursor asks, and what it offers. */
  readonly children: ReactNode;
}

const nameIn = (practitioners: readonly Practitioner[], id: Practitioner['id'] | null): string => {
  const who = practitioners.find((one) => one.id === id);
  return who === undefined ? '' : practitionerName(who);
};

/** « Rendez-vous mar. 24 nov. 10:20, Dr Nguyen »: what Enter makes of it. */
const becomingText = (
  { reading }: ReturnLine,
  proposal: Proposal,
  practitioners: readonly Practitioner[],
): string => {
  if (reading === null) return '';
  if (proposal.what === 'aside')
    return proposal.reason === 'duplicate' && reading.twin !== null
      ? `Doublon de la ligne ${reading.twin}`
      : asideLabels[proposal.reason];
  const word = kindLabels[proposal.what];
  if (proposal.what === 'callback') {
    const { day, minute } = localNow(reading.due, houseZone());
    return `${word} avant ${dayText(day, 'short')} ${clockText(minute)}`;
  }
  const place = proposal.place ?? reading.place;
  if (proposal.what === 'appointment')
    return place === null
      ? word
      : `${word} ${dayText(place.day, 'short')} ${clockText(place.start)}, ${nameIn(practitioners, place.practitionerId)}`;
  const whom = nameIn(practitioners, reading.practitionerId);
  return whom === '' ? word : `${word} pour ${whom}`;
};

export const LineRow = ({ line, choice, practitioners, current, onPoint, children }: Props) => {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const { cells, reading, settled, position } = line;
  const proposal = reading === null ? null : proposalOf(reading, choice);
  const stopped = proposal !== null && proposal.what !== 'aside' && proposal.stops.length > 0;
  const state = settled !== null ? 'settled' : stopped ? 'stopped' : 'ready';
  return (
    <li ref={row} className="night-line" aria-current={current || undefined} data-state={state}>
      <button type="button" tabIndex={-1} className="night-line-head" onClick={onPoint}>
        <span className="night-no">{position}</span>
        <span className="night-heard">{cells.heard}</span>
        <span className="night-who pv-name">
          <b>{`${cells.familyName} ${cells.givenName}`.trim() || cells.phone || '(sans nom)'}</b>
          <small>{[cells.birth, cells.phone].filter((part) => part !== '').join(' · ')}</small>
        </span>
        <span className="night-matter">{cells.matter}</span>
        <span className="night-becomes">
          {settled !== null ? (
            <>
              <ShapeMark shape="check" /> {settledText(settled)}
            </>
          ) : (
            <>
              {stopped ? <ShapeMark shape="triangle" /> : null}{' '}
              {proposal === null ? '' : becomingText(line, proposal, practitioners)}
            </>
          )}
        </span>
      </button>
      {children}
    </li>
  );
};
