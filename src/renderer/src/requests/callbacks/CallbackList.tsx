import { useQuery } from '@tanstack/react-query';
import type { RequestId } from '../../../../contract/ids.ts';
import { api } from '../../api/query.ts';
import { useNow, useZone } from '../../app/now.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useLineCursor } from './use-line-cursor.ts';
import { WaitingRow } from './WaitingRow.tsx';
import { lineOfRequest, type Waiting, waitingGroups, waitingLines } from './waiting.ts';
import './callbacks.css';

const NONE: readonly Waiting[] = [];

interface Props {
  /** Whose call was just in hand: its line is under the cursor first. */
  readonly first?: RequestId | null;
}

/** Who is to be rung and which messages wait for an answer, late first. Arrows walk; letters act on the line. */
export const CallbackList = ({ first = null }: Props) => {
  const now = useNow();
  const zone = useZone();
  const { data: callbacks } = useQuery(api.callbacks.pending.queryOptions());
  const { data: requests } = useQuery(api.requests.pending.queryOptions());
  const lines = callbacks === undefined || requests === undefined ? NONE : waitingLines(callbacks, requests);
  const groups = waitingGroups(lines, Date.now(), now, zone);
  const cursor = useLineCursor(lines, first === null ? null : (lineOfRequest(lines, first)?.key ?? null));

  if (callbacks === undefined || requests === undefined) return null;
  if (lines.length === 0)
    return (
      <EmptyState title="Personne n’attend d’être rappelé">
        Un rappel promis pendant un appel (F7), ou un message laissé à un praticien, attend ici jusqu’à ce que
        la promesse soit tenue.
      </EmptyState>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows walk the lines inside; each line is focusable itself.
    <div className="waiting" onKeyDown={cursor.onKey}>
      {groups.map((group) => (
        <section key={group.key} className="waiting-group" data-group={group.key}>
          <h3>
            {group.label} <span>{group.lines.length}</span>
          </h3>
          <ul>
            {group.lines.map((line) => (
              <WaitingRow
                key={line.key}
                line={line}
                active={line.key === cursor.active}
                onFocus={() => cursor.move(line.key)}
                onMoveTo={cursor.follow}
                refTo={(element) => cursor.hold(line.key, element)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
