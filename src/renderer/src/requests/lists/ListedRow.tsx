import { useEffect, useRef } from 'react';
import { phonePairs } from '../../../../contract/display.ts';
import type { OnList } from '../../../../contract/requests.ts';
import { startCall } from '../../agenda/booking/call.ts';
import { PersonLine } from '../../agenda/person/PersonLine.tsx';
import { usePractitioners } from '../../agenda/use-house.ts';
import { useNow, useZone } from '../../app/now.ts';
import { ActButton } from '../callbacks/ActButton.tsx';
import { listDetail, listTitle, sinceText, wishesText } from './listed-text.ts';

interface Props {
  readonly one: OnList;
  readonly active: boolean;
  readonly onPoint: () => void;
}

/** One person who waits: since when, the number to ring, on which list, for whom. */
export const ListedRow = ({ one, active, onPoint }: Props) => {
  const { day: today } = useNow();
  const zone = useZone();
  const practitioners = usePractitioners();
  const row = useRef<HTMLLIElement>(null);
  const { patient, list, wishes } = one;
  const since = sinceText(one.since, today, zone);
  const wished = wishesText(wishes);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li ref={row} className="listed" aria-current={active || undefined} onPointerDown={onPoint}>
      <span className="listed-since">
        <span>{since.day}</span>
        <small>{since.long}</small>
      </span>
      <span className="listed-who">
        <PersonLine person={patient} numberBeside />
      </span>
      {patient.phone === null ? (
        <span className="listed-phone">sans numéro</span>
      ) : (
        <span className="listed-phone pv-name" data-known>
          {phonePairs(patient.phone)}
        </span>
      )}
      <span className="listed-list">
        <b>{listTitle(list)}</b>
        <span>{listDetail(list, practitioners)}</span>
        {wished === null ? null : <small>{wished}</small>}
        {wishes.note === null ? null : <em className="pv-name">«&nbsp;{wishes.note}&nbsp;»</em>}
      </span>
      <span className="listed-acts">
        <ActButton main shortcut="Entrée" onAct={() => startCall(patient)}>
          Ouvrir l’appel
        </ActButton>
      </span>
    </li>
  );
};
