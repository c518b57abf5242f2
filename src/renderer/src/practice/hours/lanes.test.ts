import { describe, expect, it } from 'vitest';
import { inLanes } from './lanes.ts';

const lanes = (...items: { start: number; end: number }[]) =>
  inLanes(items).map(({ item, lane, lanes: of }) => [item.start, lane, of]);

describe('ranges of one day of the drawn week', () => {
  it('that follow each other use the whole width', () => {
    expect(lanes({ start: 480, end: 720 }, { start: 720, end: 900 })).toEqual([
      [480, 0, 1],
      [720, 0, 1],
    ]);
  });

  it('that share a moment stand side by side, others do not suffer', () => {
    const morning = { start: 480, end: 720 };
    expect(lanes(morning, morning, { start: 600, end: 660 }, { start: 840, end: 900 })).toEqual([
      [480, 0, 3],
      [480, 1, 3],
      [600, 2, 3],
      [840, 0, 1],
    ]);
    expect(lanes(morning, morning, { start: 720, end: 900 })).toEqual([
      [480, 0, 2],
      [480, 1, 2],
      [720, 0, 1],
    ]);
  });

  it('use a lane again once it is free', () => {
    expect(lanes({ start: 480, end: 720 }, { start: 480, end: 600 }, { start: 600, end: 700 })).toEqual([
      [480, 0, 2],
      [480, 1, 2],
      [600, 1, 2],
    ]);
  });
});
