import { useEffect, useRef } from 'react';
import type { DeskRequest } from '../../../../contract/requests.ts';
import { resume } from '../../agenda/booking/call.ts';
import { PersonLine } from '../../agenda/person/PersonLine.tsx';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { useNow, useZone } from '../../app/now.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { ActButton } from '../callbacks/ActButton.tsx';
import { deadlineText, latenessText, momentText } from '../due.ts';
import { useOwners } from '../owner.ts';
import { matterText, originText } from '../said.ts';

interface Props {
  readonly request: DeskRequest;
  readonly active: boolean;
  readonly onPoint: () => void;
}

/** One request that nobody has answered yet: by when, who, what, whose it is. */
export const RequestRow = ({ request, active, onPoint }: Props) => {
  const now = useNow();
  const zone = useZone();
  const owners = useOwners();
  const practitioners = usePractitioners();
  const row = useRef<HTMLLIElement>(null);
  const late = latenessText(request.due, Date.now());
  const whom = practitioners.find(({ id }) => id === request.practitionerId);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li
      ref={row}
      className="request"
      data-late={late !== null || undefined}
      aria-current={active || undefined}
      onPointerDown={onPoint}
    >
      <span className="request-due">
        {late === null ? (
          <span>avant {deadlineText(request.due, now, zone)}</span>
        ) : (
          <StatusChip tone="red" shape="triangle">
            {late}
          </StatusChip>
        )}
        <small>
          {originText(request)}, {momentText(request.openedAt, now, zone)}
        </small>
      </span>
      <span className="request-who">
        {request.patient === null ? (
          <strong>{request.callerName ?? 'Personne non précisée'}</strong>
        ) : (
          <PersonLine person={request.patient} />
        )}
      </span>
      <span className="request-what">
        <span>
          <b className="request-matter">{matterText(request)}</b>
          {whom === undefined ? null : `, pour ${practitionerName(whom)}`}
        </span>
        {request.wish === null ? null : (
          <em className="request-wish pv-name">«&nbsp;{request.wish}&nbsp;»</em>
        )}
      </span>
      <span className="request-owner">
        <small>suivie par</small>
        {owners.nameOf(request.owner)}
      </span>
      <span className="request-acts">
        <ActButton main shortcut="Entrée" onAct={() => resume(request)}>
          Reprendre
        </ActButton>
        <ActButton shortcut="C" onAct={() => resume(request, null)}>
          Conclure
        </ActButton>
      </span>
    </li>
  );
};
