import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { usePanel } from '../../app/panel.ts';

/**
 * The line under the cursor, by its key: it stays when others come, and gives its place to the next when it goes.
 * @param first which line has it at first; null: the one on top
 */
export const useLineCursor = (lines: readonly { readonly key: string }[], first: string | null) => {
  const elements = useRef(new Map<string, HTMLElement>());
  const [wanted, setWanted] = useState<string | null>(null);
  const [index, setIndex] = useState(0);
  const started = useRef(false);
  const awaited = useRef<string | null>(null);
  /** Which line had the keyboard: gone from the page once it is answered, or drawn anew in another group. */
  const last = useRef<HTMLElement | null>(null);
  const at = lines.findIndex(({ key }) => key === wanted);
  const shown = at >= 0 ? at : Math.max(0, Math.min(index, lines.length - 1));
  const active = lines[shown]?.key ?? null;

  // The keyboard is in the list from the start, and stays there when the line that had it goes.
  useEffect(() => {
    if (active === null) return;
    if (!started.current) {
      started.current = true;
      const from = awaited.current ?? first ?? active;
      const come = elements.current.get(from);
      // Arrived: it must not take the keyboard a second time, from a form opened meanwhile.
      if (come !== undefined) awaited.current = null;
      setWanted(from);
      come?.focus();
      return;
    }
    if (awaited.current !== null) {
      const come = elements.current.get(awaited.current);
      if (come === undefined) return;
      awaited.current = null;
      come.focus();
      return;
    }
    const gone = last.current !== null && !last.current.isConnected;
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
    last.current = elements.current.get(key) ?? null;
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
      if (event.target instanceof Element && !event.target.matches('.waiting-row, .wl-row')) return;
      event.preventDefault();
      elements.current.get(line.key)?.focus();
    },
  };
};
