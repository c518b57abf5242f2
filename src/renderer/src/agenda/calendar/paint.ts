/**
 * What lies under the cards: closed, absent, holiday and reserved time, and the line of the present minute. Painted
 * straight into the columns: as many background events as that would double the cost of changing the day.
 */
import type { Lane, Zone } from './types.ts';

export interface Shown {
  readonly from: number;
  readonly to: number;
}

export const percent = (minutes: number, { from, to }: Shown): string => `${(minutes / (to - from)) * 100}%`;

const zoneElement = (zone: Zone, shown: Shown): HTMLElement => {
  const element = document.createElement('div');
  element.className = `cal-zone is-${zone.kind}`;
  element.style.top = percent(zone.start - shown.from, shown);
  element.style.height = percent(zone.end - zone.start, shown);
  if (zone.label !== null) {
    const label = document.createElement('span');
    label.textContent = zone.label;
    element.append(label);
  }
  return element;
};

/** Replaces what was painted in every column. @param today lanes whose day is the present one */
export const paintLanes = (
  root: HTMLElement,
  lanes: readonly Lane[],
  shown: Shown,
  today: (lane: Lane) => boolean,
): void => {
  const byKey = new Map(lanes.map((lane) => [lane.key, lane]));
  for (const column of root.querySelectorAll<HTMLElement>('td.fc-timegrid-col[data-resource-id]')) {
    const lane = byKey.get(column.dataset['resourceId'] ?? '');
    const frame = column.querySelector('.fc-timegrid-col-frame');
    if (lane === undefined || frame === null) continue;
    column.style.setProperty('--lane', lane.colour);
    for (const old of frame.querySelectorAll('.cal-ground, .cal-now')) old.remove();
    const ground = document.createElement('div');
    ground.className = 'cal-ground';
    ground.append(...lane.zones.map((zone) => zoneElement(zone, shown)));
    if (today(lane)) {
      const now = document.createElement('div');
      now.className = 'cal-now';
      frame.append(now);
    }
    frame.append(ground);
  }
};

/** Gives each column its share of the width: a fixed table takes it from the cells of its first row. */
export const shareWidth = (root: HTMLElement, lanes: readonly Lane[], shares: readonly number[]): void => {
  const even = shares.every((share) => share === shares[0]);
  for (const [index, lane] of lanes.entries())
    for (const cell of root.querySelectorAll<HTMLElement>(
      `th[data-resource-id="${lane.key}"], td.fc-timegrid-col[data-resource-id="${lane.key}"]`,
    ))
      cell.style.width = even ? '' : `${shares[index] ?? 0}%`;
};
