import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SalvageKind } from '../../../contract/salvage.ts';
import { isOver, isTwin, keyOf, type Row, typedAgain, verdictOf } from './compare.ts';

const COPY_AT = 1_000;
const OPEN: Readonly<Record<SalvageKind, string>> = {
  appointment: 'booked',
  callback: 'open',
  request: 'open',
  waitlist: 'waiting',
};
const OVER: Readonly<Record<SalvageKind, string>> = {
  appointment: 'cancelled',
  callback: 'kept',
  request: 'answered',
  waitlist: 'closed',
};

const kinds = fc.constantFrom(...SalvageKind.options);
const words = fc.option(fc.string({ maxLength: 4 }));
const rowOf = (madeAt: fc.Arbitrary<number>): fc.Arbitrary<Row> =>
  fc.record({
    id: fc.integer({ min: 1, max: 9 }),
    version: fc.integer({ min: 1, max: 4 }),
    madeAt,
    patientId: fc.option(fc.integer({ min: 1, max: 4 })),
    callerName: words,
    phone: words,
    practitionerId: fc.option(fc.integer({ min: 1, max: 3 })),
    profession: words,
    nature: words,
    day: fc.constantFrom(null, '2026-11-24', '2026-11-25'),
    start: fc.option(fc.integer({ min: 480, max: 490 })),
    due: fc.option(fc.integer({ min: 0, max: 9 })),
    status: fc.constant('booked'),
    words,
  });
const former = rowOf(fc.integer({ min: 0, max: COPY_AT }));
const newer = rowOf(fc.integer({ min: COPY_AT + 1, max: 2 * COPY_AT }));
const nothing = () => typedAgain([]);

describe('what has to be typed again', () => {
  it('is never a line that both files have alike', () => {
    fc.assert(
      fc.property(kinds, former, (kind, row) => {
        expect(isTwin(row, { ...row }, COPY_AT)).toBe(true);
        expect(verdictOf(kind, row, { ...row }, null, nothing())).toBe('same');
      }),
    );
  });

  it('is each line made since the copy, whoever has its number now, unless it is over', () => {
    fc.assert(
      fc.property(kinds, newer, newer, (kind, row, other) => {
        expect(isTwin(row, { ...other, madeAt: row.madeAt }, COPY_AT)).toBe(false);
        const open = { ...row, status: OPEN[kind] };
        expect(verdictOf(kind, open, undefined, keyOf(kind, open, 'somebody'), nothing())).toBe('new');
        const over = { ...row, status: OVER[kind] };
        expect(isOver(kind, over)).toBe(true);
        expect(verdictOf(kind, over, undefined, null, nothing())).toBe('settled');
      }),
    );
  });

  it('is a line that was changed since, until somebody works on it in the file in use', () => {
    fc.assert(
      fc.property(kinds, former, (kind, row) => {
        const changed = { ...row, version: row.version + 1, due: (row.due ?? 0) + 1 };
        expect(verdictOf(kind, changed, row, null, nothing())).toBe('changed');
        expect(verdictOf(kind, changed, { ...row, version: row.version + 2 }, null, nothing())).toBe('same');
      }),
    );
  });

  it('shrinks by one line for each that is typed again, never by more', () => {
    fc.assert(
      fc.property(kinds, newer, fc.nat(4), fc.nat(4), (kind, drawn, lost, typed) => {
        const row = { ...drawn, status: OPEN[kind] };
        const key = keyOf(kind, row, 'somebody') ?? '';
        const again = typedAgain(Array.from({ length: typed }, () => key));
        const verdicts = Array.from({ length: lost }, () => verdictOf(kind, row, undefined, key, again));
        expect(verdicts.filter((verdict) => verdict === 'new')).toHaveLength(Math.max(0, lost - typed));
      }),
    );
  });

  it('is never taken for somebody else’s: without a name nothing answers for it', () => {
    fc.assert(
      fc.property(kinds, newer, (kind, row) => {
        expect(keyOf(kind, { ...row, callerName: null, phone: null }, null)).toBe(null);
      }),
    );
  });
});
