import { useLayoutEffect, useRef } from 'react';
import type { ClaimId } from '../../../../contract/ids.ts';
import type { Minute } from '../../../../contract/time.ts';
import { type Drawing, openDrawing } from './drawing.ts';
import type { Shown } from './paint.ts';
import type { CalendarHandlers, Card, Ghost, Lane } from './types.ts';
import { useGridKeyboard } from './use-grid-keyboard.ts';
import './calendar.css';
import './ground.css';
import './cards.css';

interface Props extends CalendarHandlers {
  readonly label: string;
  readonly lanes: readonly Lane[];
  readonly cards: readonly Card[];
  readonly hours: Shown;
  /** The present minute, and which lanes it crosses. */
  readonly now: Minute | null;
  readonly isToday: (lane: Lane) => boolean;
  /** The card that the panel shows. */
  readonly selected: ClaimId | null;
  readonly ghost: Ghost | null;
}

/**
 * Agendas side by side. The one component that knows FullCalendar: what goes in and out are lanes, minutes of the
 * wall clock and row ids, so that another grid could take its place.
 */
export const AgendaCalendar = (props: Props) => {
  const { label, lanes, cards, hours, now, isToday, selected, ghost } = props;
  const root = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const handlers = useRef<CalendarHandlers>(props);
  useLayoutEffect(() => {
    handlers.current = props;
  });

  useLayoutEffect(() => {
    if (root.current === null) return;
    drawing.current = openDrawing(root.current, handlers);
    return () => {
      drawing.current?.close();
      drawing.current = null;
    };
  }, []);

  const keyboard = useGridKeyboard({ root, lanes, cards, now, handlers });
  useLayoutEffect(() => {
    const focused =
      root.current?.contains(document.activeElement) === true && document.activeElement !== root.current;
    drawing.current?.draw({ lanes, cards, hours, isToday });
    if (focused && !root.current?.contains(document.activeElement)) keyboard.restore();
  }, [lanes, cards, hours, isToday, keyboard]);
  useLayoutEffect(() => {
    drawing.current?.mark({ now, selected, ghost });
  }, [now, selected, ghost]);

  return (
    <section
      className="cal"
      ref={root}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: entering the grid by Tab gives its keys
      tabIndex={0}
      aria-label={label}
      onKeyDown={keyboard.onKeyDown}
      onFocus={keyboard.onFocus}
    />
  );
};
