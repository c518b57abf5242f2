/**
 * The inside of a card, as plain DOM: hundreds are drawn at each change of day, so no component each. Text only goes
 * in through `textContent`.
 */
import { clockText } from '../../ui/dates.ts';
import type { Card } from './types.ts';

const span = (className: string, text: string): HTMLSpanElement => {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
};

/** Cards of one line show the name; from here on there is room for the type as well. */
const TWO_LINES_MINUTES = 20;

export const cardNodes = (card: Card): readonly Node[] => {
  const line = document.createElement('div');
  line.className = 'cal-line';
  // A space ends each: apart on screen, they are apart in the text too.
  line.append(span('cal-time', `${clockText(card.start)} `), span('cal-name pv-name', `${card.name} `));
  if (card.end - card.start < TWO_LINES_MINUTES) return [line];
  return [line, span('cal-detail', card.detail)];
};

/** Shorter than this, even one line needs smaller letters. */
const ONE_LINE_MINUTES = 15;

export const cardClasses = (card: Card): string[] => [
  'cal-card',
  card.kind === 'hold' ? 'is-hold' : `is-${card.status}`,
  ...(card.overbooked ? ['is-overbooked'] : []),
  ...(card.end - card.start < ONE_LINE_MINUTES ? ['is-tiny'] : []),
];
