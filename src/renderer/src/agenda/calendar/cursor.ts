/** Walking the day with the arrows: from card to free time down a lane, and across lanes at the same hour. Pure. */
import type { Minute } from '../../../../contract/time.ts';
import type { Card, Cursor, Lane } from './types.ts';

export type Step = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

export const stepOf = (key: string): Step | null => {
  const steps: Readonly<Record<string, Step>> = {
    ArrowUp: 'up',
    ArrowDown: 'down',
    ArrowLeft: 'left',
    ArrowRight: 'right',
    Home: 'first',
    End: 'last',
  };
  return steps[key] ?? null;
};

/** Where the cursor may stand in a lane, from morning to evening; a card before free time of the same minute. */
export const stopsOf = (lane: Lane, cards: readonly Card[]): readonly Cursor[] => {
  const onCards = cards
    .filter((card) => card.lane === lane.key && card.kind === 'appointment')
    .map(({ id, start }): Cursor => ({ on: 'card', lane: lane.key, id, start }));
  const onFree = lane.free.map(({ start, end }): Cursor => ({ on: 'free', lane: lane.key, start, end }));
  return [...onCards, ...onFree].sort((a, b) => a.start - b.start || (a.on === 'card' ? -1 : 1));
};

export const sameStop = (a: Cursor, b: Cursor): boolean =>
  a.lane === b.lane &&
  a.start === b.start &&
  a.on === b.on &&
  (a.on !== 'card' || b.on !== 'card' || a.id === b.id);

/** The last stop that does not start after `minute`, else the first one. */
export const stopAt = (stops: readonly Cursor[], minute: Minute): Cursor | null =>
  stops.findLast(({ start }) => start <= minute) ?? stops[0] ?? null;

/** Where the cursor goes first: the present minute in the first lane that has anything, or the start of the day. */
export const firstStop = (
  lanes: readonly Lane[],
  cards: readonly Card[],
  minute: Minute | null,
): Cursor | null => {
  for (const lane of lanes) {
    const stops = stopsOf(lane, cards);
    const next = minute === null ? stops[0] : (stops.find(({ start }) => start >= minute) ?? stops[0]);
    if (next !== undefined) return next;
  }
  return null;
};

export const moveCursor = (
  from: Cursor,
  step: Step,
  lanes: readonly Lane[],
  cards: readonly Card[],
): Cursor => {
  const index = lanes.findIndex(({ key }) => key === from.lane);
  const lane = lanes[index];
  if (lane === undefined) return firstStop(lanes, cards, from.start) ?? from;
  if (step === 'left' || step === 'right') {
    const by = step === 'left' ? -1 : 1;
    // A lane where nothing can be reached (absent all day) is stepped over.
    for (let i = index + by; lanes[i] !== undefined; i += by) {
      const there = lanes[i];
      const stop = there === undefined ? null : stopAt(stopsOf(there, cards), from.start);
      if (stop !== null) return stop;
    }
    return from;
  }
  const stops = stopsOf(lane, cards);
  if (step === 'first') return stops[0] ?? from;
  if (step === 'last') return stops.at(-1) ?? from;
  const here = stops.findIndex((stop) => sameStop(stop, from));
  if (here === -1) return stopAt(stops, from.start) ?? from;
  return stops[here + (step === 'up' ? -1 : 1)] ?? from;
};
