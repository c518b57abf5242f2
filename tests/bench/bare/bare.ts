/** FullCalendar by itself, with the same lanes and the same events: what the day on screen is compared with. */
import { Calendar, type EventInput } from '@fullcalendar/core';
import interactionPlugin from '@fullcalendar/interaction';
import resourceTimeGridPlugin from '@fullcalendar/resource-timegrid';

export interface BareDay {
  readonly resources: readonly { readonly id: string; readonly title: string }[];
  readonly events: readonly EventInput[];
}

declare global {
  interface Window {
    bare?: { open(): void; show(day: BareDay): Promise<number> };
  }
}

const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

let calendar: Calendar | null = null;

window.bare = {
  open: () => {
    const host = document.createElement('div');
    document.body.append(host);
    calendar = new Calendar(host, {
      plugins: [resourceTimeGridPlugin, interactionPlugin],
      schedulerLicenseKey: 'GPL-My-Project-Is-Open-Source',
      initialView: 'resourceTimeGridDay',
      initialDate: '2024-01-01',
      timeZone: 'UTC',
      allDaySlot: false,
      headerToolbar: false,
      height: window.innerHeight,
      slotMinTime: '08:00:00',
      slotMaxTime: '19:00:00',
      slotDuration: '00:15:00',
      editable: true,
    });
    calendar.render();
  },
  show: async ({ resources, events }) => {
    const start = performance.now();
    calendar?.batchRendering(() => {
      calendar?.setOption('resources', [...resources]);
      calendar?.removeAllEventSources();
      calendar?.addEventSource([...events]);
    });
    await painted();
    return performance.now() - start;
  },
};
