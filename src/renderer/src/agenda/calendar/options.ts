/** FullCalendar, told about the house: one base date, lanes as resources, wall-clock minutes that no zone converts. */
import type { CalendarOptions, EventInput } from '@fullcalendar/core';
import interactionPlugin from '@fullcalendar/interaction';
import type { ResourceInput } from '@fullcalendar/resource';
import resourceTimeGridPlugin from '@fullcalendar/resource-timegrid';
import scrollGridPlugin from '@fullcalendar/scrollgrid';
import { clockText } from '../../ui/dates.ts';
import type { Shown } from './paint.ts';
import type { Card, Lane } from './types.ts';

/** Any day will do: what day a lane is belongs to the lane. FullCalendar only lays out minutes. */
const BASE = '2024-01-01';

const at = (minute: number): string => `${BASE}T${clockText(minute).padStart(5, '0')}:00`;

export const minuteOf = (date: Date): number => date.getUTCHours() * 60 + date.getUTCMinutes();

const slot = (minute: number): string => `${clockText(minute).padStart(5, '0')}:00`;

export const baseOptions: CalendarOptions = {
  plugins: [resourceTimeGridPlugin, interactionPlugin, scrollGridPlugin],
  schedulerLicenseKey: 'GPL-My-Project-Is-Open-Source',
  initialView: 'resourceTimeGridDay',
  initialDate: BASE,
  timeZone: 'UTC',
  now: BASE,
  nowIndicator: false,
  headerToolbar: false,
  allDaySlot: false,
  height: '100%',
  expandRows: true,
  slotDuration: '00:15:00',
  slotLabelInterval: '01:00',
  snapDuration: '00:05:00',
  slotEventOverlap: false,
  eventMinHeight: 12,
  eventDurationEditable: false,
  eventInteractive: false,
  resourceOrder: 'order',
  resources: [],
  dragScroll: true,
};

export const visibleHours = ({ from, to }: Shown): Pick<CalendarOptions, 'slotMinTime' | 'slotMaxTime'> => ({
  slotMinTime: slot(from),
  slotMaxTime: slot(to),
});

export const resourcesOf = (lanes: readonly Lane[]): ResourceInput[] =>
  lanes.map((lane, order) => ({ id: lane.key, title: lane.title, order, extendedProps: { lane } }));

export const eventsOf = (cards: readonly Card[]): EventInput[] =>
  cards.map((card) => ({
    id: `${card.kind}${card.id}`,
    resourceId: card.lane,
    start: at(card.start),
    end: at(card.end),
    startEditable: card.movable,
    resourceEditable: card.movable,
    extendedProps: { card },
  }));
