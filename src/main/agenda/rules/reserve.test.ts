import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenRange } from '../../../contract/agenda.ts';
import type { AppointmentType, SlotKind } from '../../../contract/practice.ts';
import { type Interval, overlaps } from '../../../contract/time.ts';
import { extraPlaces, placesInReserve, unscheduledType } from './reserve.ts';

const range = (start: number, end: number, kind: SlotKind = 'regular', capacity = 1): OpenRange => ({
  start,
  end,
  kind,
  capacity,
});
const day = (open: readonly OpenRange[], busy: readonly Interval[] = [], notBefore = 0) => ({
  open,
  busy,
  minutes: 15,
  step: 15,
  notBefore,
});

describe('how many places a reserve still holds', () => {
  const reserve = [range(510, 690), range(690, 750, 'unscheduled'), range(840, 1080)];

  it('a full hour of quarters: four, whatever is free beside it', () => {
    expect(placesInReserve(day(reserve))).toBe(4);
  });

  it('one less for each that is taken, and a part that is too short is no place', () => {
    expect(placesInReserve(day(reserve, [{ start: 705, end: 720 }]))).toBe(3);
    expect(placesInReserve(day(reserve, [{ start: 700, end: 715 }]))).toBe(2);
  });

  it('what has begun is over', () => {
    expect(placesInReserve(day(reserve, [], 691))).toBe(3);
    expect(placesInReserve(day(reserve, [], 750))).toBe(0);
  });

  it('as many at once as she sees at once', () => {
    expect(placesInReserve(day([range(600, 630, 'unscheduled', 3)]))).toBe(6);
    expect(placesInReserve(day([range(600, 630, 'unscheduled', 3)], [{ start: 600, end: 615 }]))).toBe(5);
  });

  const grid = fc.integer({ min: 0, max: 95 }).map((n) => n * 15);
  const interval = fc.tuple(grid, fc.integer({ min: 1, max: 8 })).map(([start, quarters]) => ({
    start,
    end: Math.min(1440, start + quarters * 15),
  }));

  it('never more than the minutes allow, never more once somebody is booked or time has passed', () => {
    fc.assert(
      fc.property(interval, fc.array(interval, { maxLength: 6 }), interval, grid, (at, busy, one, later) => {
        const open = [range(at.start, at.end, 'unscheduled')];
        const before = placesInReserve(day(open, busy));
        expect(before).toBeLessThanOrEqual((at.end - at.start) / 15);
        expect(placesInReserve(day(open, [...busy, one]))).toBeLessThanOrEqual(before);
        expect(placesInReserve(day(open, busy, later))).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe('where one more can be given', () => {
  const open = [range(510, 750), range(840, 1080)];

  it('after the morning, after the afternoon, before the first patient, and the first free place of each half', () => {
    expect(extraPlaces(day(open))).toEqual([
      { start: 495, end: 510, kind: 'beyond' },
      { start: 510, end: 525, kind: 'free' },
      { start: 750, end: 765, kind: 'beyond' },
      { start: 840, end: 855, kind: 'free' },
      { start: 1080, end: 1095, kind: 'beyond' },
    ]);
  });

  it('not where somebody is booked, nor in time that has passed', () => {
    const full = [
      { start: 510, end: 750 },
      { start: 750, end: 760 },
      { start: 840, end: 900 },
    ];
    expect(extraPlaces(day(open, full, 620))).toEqual([
      { start: 900, end: 915, kind: 'free' },
      { start: 1080, end: 1095, kind: 'beyond' },
    ]);
  });

  it('a day on which she is not there has no likely place, and the night is not one', () => {
    expect(extraPlaces(day([]))).toEqual([]);
    expect(extraPlaces(day([range(1380, 1440)], [{ start: 1380, end: 1440 }]))).toEqual([
      { start: 1365, end: 1380, kind: 'beyond' },
    ]);
  });

  it('always free, always within the day, at most six, in the order of the day', () => {
    const quarter = fc.integer({ min: 0, max: 95 }).map((n) => n * 15);
    const span = fc.tuple(quarter, fc.integer({ min: 1, max: 16 })).map(([start, n]) => ({
      start,
      end: Math.min(1440, start + n * 15),
    }));
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 3 }),
        fc.array(span, { maxLength: 6 }),
        quarter,
        (spans, busy, notBefore) => {
          const places = extraPlaces(
            day(
              spans.map(({ start, end }) => range(start, end)),
              busy,
              notBefore,
            ),
          );
          expect(places.length).toBeLessThanOrEqual(6);
          for (const place of places) {
            expect(busy.some((one) => overlaps(one, place))).toBe(false);
            expect(place.start >= notBefore && place.start >= 0 && place.end <= 1440).toBe(true);
          }
          expect(places.map(({ start }) => start)).toEqual(
            places.map(({ start }) => start).toSorted((a, b) => a - b),
          );
        },
      ),
    );
  });
});

describe('what unscheduled care is booked as', () => {
  const type = (id: number, kind: SlotKind, active = true) =>
    ({ id, kind, active, position: id }) as unknown as AppointmentType;

  it('the type made for it, else the first in use, else nothing', () => {
    expect(unscheduledType([type(1, 'regular'), type(2, 'unscheduled')])?.id).toBe(2);
    expect(unscheduledType([type(1, 'regular'), type(2, 'unscheduled', false)])?.id).toBe(1);
    expect(unscheduledType([])).toBeNull();
  });
});
