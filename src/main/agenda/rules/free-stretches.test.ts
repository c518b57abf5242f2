import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenRange } from '../../../contract/agenda.ts';
import type { Interval } from '../../../contract/time.ts';
import { freeStretches } from './free-stretches.ts';
import { personInitials, shortName } from './initials.ts';
import { headsByMinute } from './occupancy.ts';

const range = (start: number, end: number, more: Partial<OpenRange> = {}): OpenRange => ({
  start,
  end,
  kind: 'regular',
  capacity: 1,
  ...more,
});

describe('Time that nobody has', () => {
  test('is what remains between two appointments, in one stretch', () => {
    expect(
      freeStretches(
        [range(540, 600), range(600, 660)],
        [
          { start: 555, end: 570 },
          { start: 640, end: 700 },
        ],
      ),
    ).toEqual([
      { start: 540, end: 555, kind: 'regular', places: 1 },
      { start: 570, end: 640, kind: 'regular', places: 1 },
    ]);
  });

  test('says what it is kept for, and how many places are left where several are received at once', () => {
    expect(
      freeStretches(
        [range(540, 600, { capacity: 3 }), range(600, 630, { kind: 'unscheduled' })],
        [
          { start: 540, end: 570 },
          { start: 540, end: 570 },
        ],
      ),
    ).toEqual([
      { start: 540, end: 570, kind: 'regular', places: 1 },
      { start: 570, end: 600, kind: 'regular', places: 3 },
      { start: 600, end: 630, kind: 'unscheduled', places: 1 },
    ]);
  });

  test('adds up with what is taken: no minute is missing, none is twice there', () => {
    const interval: fc.Arbitrary<Interval> = fc
      .tuple(fc.integer({ min: 480, max: 700 }), fc.integer({ min: 5, max: 60 }))
      .map(([start, length]) => ({ start, end: start + length }));
    const open = [
      range(480, 600),
      range(600, 640, { kind: 'unscheduled' }),
      range(660, 720, { capacity: 3 }),
    ];
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 20 }), (busy) => {
        const heads = headsByMinute(busy);
        const free = freeStretches(open, busy);
        for (const { start, end, capacity } of open)
          for (let minute = start; minute < end; minute++) {
            const there = free.filter((one) => one.start <= minute && minute < one.end);
            const left = Math.max(0, capacity - (heads[minute] ?? 0));
            expect(there.map(({ places }) => places)).toEqual(left === 0 ? [] : [left]);
          }
      }),
    );
  });
});

test.each([
  ['DUPONT Marie', 'D.\u00a0M.', 'DUPONT Marie'],
  ['DUPONT née MARTIN Marie', 'D.\u00a0M.', 'DUPONT Marie'],
  ['DA SILVA Raphaëlle', 'D.\u00a0R.', 'DA SILVA Raphaëlle'],
  ['ÉVRARD né(e) LE GOFF Élodie', 'É.\u00a0É.', 'ÉVRARD Élodie'],
  ['SURYANI', 'S.', 'SURYANI'],
])('%s hangs on a wall as %s', (displayName, initials, short) => {
  expect(personInitials(displayName)).toBe(initials);
  expect(shortName(displayName)).toBe(short);
});
