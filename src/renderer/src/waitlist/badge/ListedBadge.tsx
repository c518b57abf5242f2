import type { PatientId } from '../../../../contract/ids.ts';
import { useNow, useZone } from '../../app/now.ts';
import { ShapeMark } from '../../ui/StatusChip.tsx';
import { entryHash } from '../go.ts';
import { listTitle, shortDate, sinceDay } from '../text.ts';
import { isOpen, useEntries } from './use-entries.ts';
import './badge.css';

/** Wherever a person is shown: on which list, since when, and the way there. Nobody waits: nothing is said. */
export const ListedBadge = ({ patientId }: { readonly patientId: PatientId }) => {
  const { day: today } = useNow();
  const zone = useZone();
  const open = useEntries(patientId).filter(isOpen);
  if (open.length === 0) return null;
  return (
    <span className="listed-badges">
      {open.map(({ entry }) => (
        <a key={entry.id} className="pv-chip listed-badge" data-tone="violet" href={entryHash(entry)}>
          <ShapeMark shape="square" />
          Sur liste depuis le {shortDate(sinceDay(entry.since, zone), today)} · {listTitle(entry)}
          {entry.state === 'unreachable' ? ', injoignable' : ''}
        </a>
      ))}
    </span>
  );
};
