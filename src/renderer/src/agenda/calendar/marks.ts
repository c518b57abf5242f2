/** What is laid over the picture: the present minute, the card that is open, the place that is about to be taken. */
import type { ClaimId } from '../../../../contract/ids.ts';
import type { Minute } from '../../../../contract/time.ts';
import { clockText } from '../../ui/dates.ts';
import { percent, type Shown } from './paint.ts';
import type { Ghost } from './types.ts';

export interface Marks {
  readonly now: Minute | null;
  readonly selected: ClaimId | null;
  readonly ghost: Ghost | null;
}

export const paintMarks = (root: HTMLElement, { now, selected, ghost }: Marks, shown: Shown): void => {
  paintNow(root, now, shown);
  root.querySelector('.is-selected')?.classList.remove('is-selected');
  if (selected !== null) root.querySelector(`[data-claim="${selected}"]`)?.classList.add('is-selected');
  paintGhost(root, ghost, shown);
};

/** Moves the line of the present minute, in every column at once, and its badge beside the hours. */
const paintNow = (root: HTMLElement, minute: number | null, shown: Shown): void => {
  const inside = minute !== null && minute >= shown.from && minute < shown.to;
  root.toggleAttribute('data-now', inside);
  root.querySelector('.cal-now-badge')?.remove();
  if (!inside) return;
  root.style.setProperty('--now', percent(minute - shown.from, shown));
  const axis = root.querySelector('.fc-timegrid-axis-chunk') ?? root.querySelector('.fc-timegrid-body');
  const badge = document.createElement('div');
  badge.className = 'cal-now-badge';
  badge.textContent = clockText(minute);
  axis?.append(badge);
};

const paintGhost = (root: HTMLElement, ghost: Ghost | null, shown: Shown): void => {
  root.querySelector('.cal-ghost')?.remove();
  if (ghost === null) return;
  const frame = root.querySelector(
    `td.fc-timegrid-col[data-resource-id="${ghost.lane}"] .fc-timegrid-col-frame`,
  );
  if (frame === null) return;
  const element = document.createElement('div');
  element.className = 'cal-ghost';
  element.style.top = percent(ghost.start - shown.from, shown);
  element.style.height = percent(ghost.end - ghost.start, shown);
  frame.append(element);
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};
