import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { RequestId } from '../../../../contract/ids.ts';
import { api } from '../../api/query.ts';
import { useNow, useZone } from '../../app/now.ts';
import { usePanel } from '../../app/panel.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
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

/** The line under the cursor, by its key: it stays when others come, and gives its place to the next when it goes. */
const useLineCursor = (lines: readonly Waiting[], first: string | null) => {
  const elements = useRef(new Map<string, HTMLElement>());
  const [wanted, setWanted] = useState<string | null>(null);
  const [index, setIndex] = useState(0);
  const started = useRef(false);
  const awaited = useRef<string | null>(null);
  const last = useRef<string | null>(null);
  const at = lines.findIndex(({ key }) => key === wanted);
  const shown = at >= 0 ? at : Math.max(0, Math.min(index, lines.length - 1));
  const active = lines[shown]?.key ?? null;

  // The keyboard is in the list from the start, and stays there when the line that had it goes.
  useEffect(() => {
    if (active === null) return;
    if (!started.current) {
      started.current = true;
      const from = first ?? active;
      setWanted(from);
      elements.current.get(from)?.focus();
      return;
    }
    if (awaited.current !== null) {
      const come = elements.current.get(awaited.current);
      if (come === undefined) return;
      awaited.current = null;
      come.focus();
      return;
    }
    const gone = last.current !== null && !elements.current.has(last.current);
    if (gone && document.activeElement === document.body) elements.current.get(active)?.focus();
  });

  // Beside a panel that closes, the keyboard comes back to the line where it was.
  const panelOpen = usePanel((state) => state.content !== null);
  const back = useRef(() => {});
  useEffect(() => {
    back.current = () => {
      if (active !== null) elements.current.get(active)?.focus();
    };
  });
  useEffect(() => {
    if (!panelOpen) back.current();
  }, [panelOpen]);

  const move = (key: string) => {
    last.current = key;
    setWanted(key);
    setIndex(lines.findIndex((line) => line.key === key));
  };
  return {
    active,
    move,
    /** Goes to a line that may still be on its way. */
    follow: (key: string) => {
      awaited.current = key;
      setWanted(key);
    },
    hold: (key: string, element: HTMLElement | null) => {
      if (element === null) elements.current.delete(key);
      else elements.current.set(key, element);
    },
    onKey: (event: KeyboardEvent) => {
      const to = { ArrowDown: shown + 1, ArrowUp: shown - 1, Home: 0, End: lines.length - 1 }[event.key];
      const line = to === undefined ? undefined : lines[to];
      if (event.defaultPrevented || line === undefined) return;
      if (event.target instanceof Element && !event.target.matches('.waiting-row')) return;
      event.preventDefault();
      elements.current.get(line.key)?.focus();
    },
  };
};
