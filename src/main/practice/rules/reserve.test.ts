import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenRange } from '../../../contract/agenda.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import { kindHere, reserveStateOn, unsaidRule, withReserve } from './reserve.ts';

const NGUYEN = { id: 1 as PractitionerId, profession: 'general-practitioner' as const };
const PETIT = { id: 2 as PractitionerId, profession: 'general-practitioner' as const };
const ROLLAND = { id: 3 as PractitionerId, profession: 'nurse' as const };
const DAY = '2026-11-23';

const minute = fc.integer({ min: 0, max: 1439 });
const day = fc.constantFrom('2026-11-22', DAY, '2026-11-24', '2026-03-29', '2026-10-25', '2026-12-25');

describe('until when a reserve is kept', () => {
  const rule = unsaidRule(NGUYEN.id);
  const state = (at: number, more: Partial<Parameters<typeof reserveStateOn>[2]> = {}, on = DAY) =>
    reserveStateOn(on, { day: DAY, minute: at }, { rule, releaseAt: 960, byHand: false, ...more });

  it('to the minute before the house’s hour, and no longer', () => {
    expect([state(959), state(960), state(1100)]).toEqual(['kept', 'at-hour', 'at-hour']);
  });

  it('tomorrow’s is never touched tonight, nor is yesterday’s rewritten', () => {
    expect([state(1439, {}, '2026-11-24'), state(1439, {}, '2026-11-22')]).toEqual(['kept', 'kept']);
  });

  it('to the end where the house has no hour, or its practitioner keeps hers', () => {
    expect(state(1439, { releaseAt: null })).toBe('kept');
    expect(state(1439, { rule: { keeps: true } })).toBe('kept');
  });

  it('not after she gave it back by hand, for whatever day', () => {
    fc.assert(
      fc.property(day, minute, fc.boolean(), fc.option(minute), (on, at, keeps, releaseAt) => {
        expect(state(at, { byHand: true, rule: { keeps }, releaseAt }, on)).toBe('by-hand');
      }),
    );
  });

  it('once released it stays so until midnight, whatever the minute', () => {
    fc.assert(
      fc.property(minute, minute, minute, (hour, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        if (state(early, { releaseAt: hour }) === 'at-hour')
          expect(state(late, { releaseAt: hour })).toBe('at-hour');
      }),
    );
  });
});

describe('what a release changes', () => {
  const ranges = fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: 700 }),
      end: fc.integer({ min: 701, max: 1440 }),
      kind: fc.constantFrom('regular' as const, 'unscheduled' as const, 'newPatient' as const),
      capacity: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 5 },
  );

  it('the kind of the reserve and nothing else; kept, nothing at all', () => {
    fc.assert(
      fc.property(ranges, (open: OpenRange[]) => {
        expect(withReserve(open, 'kept')).toEqual(open);
        const released = withReserve(open, 'at-hour');
        expect(withReserve(open, 'by-hand')).toEqual(released);
        expect(released.map(({ kind }) => kind)).not.toContain('unscheduled');
        expect(released).toEqual(
          open.map((one) => (one.kind === 'unscheduled' ? { ...one, kind: 'regular' } : one)),
        );
      }),
    );
  });
});

describe('who may be put into a reserve', () => {
  const kept = { shares: false };

  it('her own patients, and whoever is followed by nobody of the house', () => {
    expect(kindHere('unscheduled', NGUYEN, kept, NGUYEN)).toBe('unscheduled');
    expect(kindHere('unscheduled', NGUYEN, kept, null)).toBe('unscheduled');
  });

  it('a colleague’s patients only once she said so; her ordinary time is open to them all the same', () => {
    expect(kindHere('unscheduled', NGUYEN, kept, PETIT)).toBe('regular');
    expect(kindHere('unscheduled', NGUYEN, { shares: true }, PETIT)).toBe('unscheduled');
  });

  it('a nurse is no colleague of the doctor: her reserve is open to the doctor’s patients', () => {
    expect(kindHere('unscheduled', ROLLAND, kept, NGUYEN)).toBe('unscheduled');
  });

  it('never touches what is asked otherwise', () => {
    for (const kind of ['regular', 'newPatient'] as const)
      for (const own of [null, NGUYEN, PETIT, ROLLAND])
        for (const shares of [true, false]) expect(kindHere(kind, PETIT, { shares }, own)).toBe(kind);
  });
});
