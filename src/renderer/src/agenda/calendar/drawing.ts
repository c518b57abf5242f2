/** FullCalendar, driven by hand: one batch of changes for each new day, so that it is drawn once. */
import { Calendar, type CalendarOptions } from '@fullcalendar/core';
import type { RefObject } from 'react';
import { hourText } from '../../ui/dates.ts';
import { cardClasses, cardNodes } from './card-content.ts';
import { headNodes } from './head.ts';
import { clickedMinute, droppedMinute } from './landing.ts';
import { type Marks, paintMarks } from './marks.ts';
import { baseOptions, eventsOf, minuteOf, resourcesOf, visibleHours } from './options.ts';
import { paintLanes, type Shown, shareWidth } from './paint.ts';
import type { CalendarHandlers, Card, Lane } from './types.ts';
import { type Fit, fitLanes } from './widths.ts';

export interface Picture {
  readonly lanes: readonly Lane[];
  readonly cards: readonly Card[];
  readonly hours: Shown;
  readonly isToday: (lane: Lane) => boolean;
}

export interface Drawing {
  draw(picture: Picture): void;
  /** What is laid over the picture; kept over the next pictures. */
  mark(marks: Marks): void;
  close(): void;
}

/** What FullCalendar carries for us with a resource or an event. */
const laneIn = (holder: { readonly extendedProps: Record<string, unknown> } | undefined): Lane | null =>
  (holder?.extendedProps['lane'] as Lane | undefined) ?? null;
const cardIn = (holder: { readonly extendedProps: Record<string, unknown> }): Card =>
  holder.extendedProps['card'] as Card;

const behaviour = (handlers: RefObject<CalendarHandlers>): CalendarOptions => ({
  slotLabelContent: ({ date }) => hourText(minuteOf(date)),
  resourceLabelContent: ({ resource }) => {
    const lane = laneIn(resource);
    return lane === null ? '' : { domNodes: [...headNodes(lane, () => handlers.current.onHead(lane))] };
  },
  eventContent: ({ event }) => ({ domNodes: [...cardNodes(cardIn(event))] }),
  eventClassNames: ({ event }) => cardClasses(cardIn(event)),
  eventDidMount: ({ el, event }) => {
    const card = cardIn(event);
    if (card.kind === 'hold') return;
    el.dataset['claim'] = String(card.id);
    el.tabIndex = -1;
    el.setAttribute('role', 'button');
    el.setAttribute('aria-label', card.spoken);
  },
  eventClick: ({ event }) => {
    const card = cardIn(event);
    if (card.kind === 'appointment') handlers.current.onOpen(card.id);
  },
  dateClick: ({ date, resource }) => {
    const lane = laneIn(resource);
    if (lane !== null) handlers.current.onFree({ lane, start: clickedMinute(lane, minuteOf(date)) });
  },
  eventDrop: ({ event, newResource, revert }) => {
    const lane = laneIn(newResource ?? event.getResources()[0]);
    if (lane === null || event.start === null) revert();
    else
      handlers.current.onMove(
        cardIn(event).id,
        { lane, start: droppedMinute(lane, minuteOf(event.start)) },
        revert,
      );
  },
});

export const openDrawing = (root: HTMLElement, handlers: RefObject<CalendarHandlers>): Drawing => {
  const host = document.createElement('div');
  host.className = 'cal-host';
  root.append(host);
  let hours: Shown = { from: 480, to: 1140 };
  const calendar = new Calendar(host, { ...baseOptions, ...visibleHours(hours), ...behaviour(handlers) });
  calendar.render();
  let lanes: readonly Lane[] = [];
  let heads = '';
  let minWidth: number | undefined;
  let marks: Marks = { now: null, selected: null, ghost: null };

  let shown: Picture | null = null;

  const paint = () => {
    if (shown !== null) paintLanes(root, shown.lanes, shown.hours, shown.isToday);
    paintMarks(root, marks, hours);
  };
  const adapt = (): Fit => {
    const wanted = fitLanes(root.clientWidth, lanes);
    root.toggleAttribute('data-wide', wanted.wide);
    if (wanted.dayMinWidth !== minWidth) {
      minWidth = wanted.dayMinWidth;
      calendar.setOption('dayMinWidth', minWidth);
    }
    return wanted;
  };
  const resized = new ResizeObserver(() => {
    const before = minWidth;
    const { shares } = adapt();
    shareWidth(root, lanes, shares);
    calendar.updateSize();
    // Columns made anew have lost what was painted into them.
    if (minWidth !== before) paint();
  });
  resized.observe(root);

  return {
    draw: (picture) => {
      const nextHeads = picture.lanes
        .map(({ key, title, subtitle, colour }) => [key, title, subtitle, colour].join())
        .join(';');
      calendar.batchRendering(() => {
        if (picture.hours.from !== hours.from || picture.hours.to !== hours.to) {
          const visible = visibleHours(picture.hours);
          calendar.setOption('slotMinTime', visible.slotMinTime);
          calendar.setOption('slotMaxTime', visible.slotMaxTime);
        }
        if (nextHeads !== heads) calendar.setOption('resources', resourcesOf(picture.lanes));
        else
          for (const lane of picture.lanes) calendar.getResourceById(lane.key)?.setExtendedProp('lane', lane);
        calendar.removeAllEventSources();
        calendar.addEventSource(eventsOf(picture.cards));
        shown = picture;
        lanes = picture.lanes;
        hours = picture.hours;
        heads = nextHeads;
        root.dataset['from'] = String(hours.from);
        root.dataset['to'] = String(hours.to);
        adapt();
      });
      shareWidth(root, lanes, fitLanes(root.clientWidth, lanes).shares);
      paint();
    },
    mark: (next) => {
      marks = next;
      paintMarks(root, marks, hours);
    },
    close: () => {
      resized.disconnect();
      calendar.destroy();
      host.remove();
    },
  };
};
