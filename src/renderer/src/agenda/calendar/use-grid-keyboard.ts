import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import type { Minute } from '../../../../contract/time.ts';
import { hourText } from '../../ui/dates.ts';
import { firstStop, moveCursor, sameStop, stepOf, stopAt, stopsOf } from './cursor.ts';
import type { CalendarHandlers, Card, Cursor, Lane } from './types.ts';

interface Facts {
  readonly root: RefObject<HTMLElement | null>;
  readonly lanes: readonly Lane[];
  readonly cards: readonly Card[];
  readonly now: Minute | null;
  readonly handlers: RefObject<CalendarHandlers>;
}

export interface GridKeyboard {
  onKeyDown(event: KeyboardEvent): void;
  onFocus(event: FocusEvent): void;
  /** The cards were drawn again and took the focus with them: puts it back where it was. */
  restore(): void;
}

/** The one focusable element for free time; it moves with the cursor. */
const freeButton = (root: HTMLElement): HTMLButtonElement => {
  const known = root.querySelector<HTMLButtonElement>('.cal-free');
  if (known !== null) return known;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cal-free';
  button.tabIndex = -1;
  return button;
};

/** Arrows walk cards and free time; Enter opens the one and books the other. */
export const useGridKeyboard = (facts: Facts): GridKeyboard => {
  const latest = useRef(facts);
  useLayoutEffect(() => {
    latest.current = facts;
  });
  const cursor = useRef<Cursor | null>(null);

  const keyboard = useMemo((): GridKeyboard => {
    const laneOf = (key: string): Lane | null =>
      latest.current.lanes.find((lane) => lane.key === key) ?? null;

    const showFree = (root: HTMLElement, stop: Extract<Cursor, { on: 'free' }>): HTMLElement | null => {
      const lane = laneOf(stop.lane);
      const column = root.querySelector<HTMLElement>(`td.fc-timegrid-col[data-resource-id="${stop.lane}"]`);
      const frame = column?.querySelector('.fc-timegrid-col-frame') ?? null;
      if (lane === null || frame === null) return null;
      const button = freeButton(root);
      const { from, to } = shownOf(root);
      button.style.top = `${((stop.start - from) / (to - from)) * 100}%`;
      button.style.height = `${((stop.end - stop.start) / (to - from)) * 100}%`;
      button.setAttribute('aria-label', `Libre, ${hourText(stop.start)}, ${lane.title}`);
      frame.append(button);
      return button;
    };

    const stand = (stop: Cursor | null): void => {
      const root = latest.current.root.current;
      cursor.current = stop;
      if (root === null || stop === null) return;
      if (stop.on === 'card') root.querySelector('.cal-free')?.remove();
      const target =
        stop.on === 'card'
          ? root.querySelector<HTMLElement>(`[data-claim="${stop.id}"]`)
          : showFree(root, stop);
      target?.focus({ preventScroll: true });
      target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };

    const act = (): void => {
      const { handlers } = latest.current;
      const stop = cursor.current;
      if (stop === null) return;
      if (stop.on === 'card') {
        handlers.current.onOpen(stop.id);
        return;
      }
      const lane = laneOf(stop.lane);
      if (lane !== null) handlers.current.onFree({ lane, start: stop.start });
    };

    return {
      onKeyDown: (event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const { lanes, cards, now, handlers } = latest.current;
        const step = stepOf(event.key);
        const stop = cursor.current;
        if (step !== null) {
          event.preventDefault();
          stand(stop === null ? firstStop(lanes, cards, now) : moveCursor(stop, step, lanes, cards));
        } else if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          act();
        } else if (stop?.on === 'card' && handlers.current.onCardKey(stop.id, event.key))
          event.preventDefault();
      },
      onFocus: (event) => {
        const { root, lanes, cards, now } = latest.current;
        const claim = event.target instanceof HTMLElement ? event.target.dataset['claim'] : undefined;
        if (claim !== undefined) {
          const card = cards.find(({ id, kind }) => kind === 'appointment' && String(id) === claim);
          if (card !== undefined)
            cursor.current = { on: 'card', lane: card.lane, id: card.id, start: card.start };
        } else if (event.target === root.current) stand(cursor.current ?? firstStop(lanes, cards, now));
      },
      restore: () => {
        const { lanes, cards } = latest.current;
        const stop = cursor.current;
        const lane = stop === null ? null : laneOf(stop.lane);
        if (stop === null || lane === null) return stand(firstStop(lanes, cards, stop?.start ?? null));
        const stops = stopsOf(lane, cards);
        stand(stops.find((other) => sameStop(other, stop)) ?? stopAt(stops, stop.start));
      },
    };
  }, []);
  return keyboard;
};

/** The hours that the drawing shows, read back from where it wrote them. */
const shownOf = (root: HTMLElement): { readonly from: number; readonly to: number } => ({
  from: Number(root.dataset['from'] ?? 480),
  to: Number(root.dataset['to'] ?? 1140),
});
