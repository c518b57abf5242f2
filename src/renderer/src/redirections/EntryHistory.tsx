import { useQuery } from '@tanstack/react-query';
import type { DirectoryEntryId } from '../../../contract/ids.ts';
import { api } from '../api/query.ts';
import { useNow, useZone } from '../app/now.ts';
import { momentText } from '../requests/due.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { badNews, countsText } from './text.ts';
import { states } from './words.ts';
import './whom.css';

const SHOWN = 6;

/** What came of the persons sent to this entry: in one line, then one by one. Nobody was sent: nothing is shown. */
export const EntryHistory = ({ id }: { readonly id: DirectoryEntryId }) => {
  const now = useNow();
  const zone = useZone();
  const { data } = useQuery(api.redirections.ofEntry.queryOptions({ input: { entryId: id, limit: SHOWN } }));
  if (data === undefined || data.outcomes.sent === 0) return null;
  const news = badNews(data.outcomes);
  return (
    <section className="whom-history" aria-label="Orientations">
      <h2>Orientations</h2>
      <p className="whom-outcomes">
        {news === null ? null : <b>{news}</b>}
        {news === null ? null : ', '}
        {countsText(data.outcomes)}
      </p>
      <ul>
        {data.redirections.map((row) => {
          const { label, tone, shape } = states[row.state];
          return (
            <li key={row.id}>
              <StatusChip tone={tone} shape={shape}>
                {label}
              </StatusChip>
              <span className="pv-name">
                {row.patient?.displayName ?? row.callerName ?? 'Personne non précisée'}
              </span>
              <time>{momentText(row.stateAt, now, zone)}</time>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
