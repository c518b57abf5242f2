import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime, timeText } from './time-text.ts';

describe('an hour as it is typed', () => {
  it.each([
    ['8', 480],
    ['8h', 480],
    ['8h30', 510],
    ['8 h 30', 510],
    ['08:30', 510],
    ['0830', 510],
    ['830', 510],
    ['18.30', 1110],
    ['8 30', 510],
    ['24', 1440],
    ['0', 0],
  ])('« %s » is understood', (typed, minute) => {
    expect(parseTime(typed)).toBe(minute);
  });

  it.each(['', 'midi', '25', '24:01', '8:60', '8:5', '12345', '-8'])('« %s » is no hour', (typed) => {
    expect(parseTime(typed)).toBe(null);
  });

  it('what a field shows is understood when it is typed again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minute) => {
        expect(parseTime(timeText(minute))).toBe(minute);
      }),
    );
  });
});
