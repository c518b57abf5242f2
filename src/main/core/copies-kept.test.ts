import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../contract/time.ts';
import { copiesKept, copyName, type KeptOrNot, momentOf } from './copies-kept.ts';

const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => addDays(from, i));
const copy = (day: string, minute: number, serial: number): KeptOrNot => {
  const file = `${copyName(day, minute, () => false)}.db`;
  const moment = momentOf(file);
  if (!moment) throw new Error(`${file} is no name of a copy`);
  return { file, serial, ...moment };
};
const kept = (copies: readonly KeptOrNot[], proven: string | null = null): string[] =>
  [...copiesKept(copies, proven)].sort();

describe('which copies are kept', () => {
  it('keeps the last of 24 hours, of 30 days and of twelve months, on a house open every day from 8 to 18', () => {
    let serial = 0;
    const all = days('2025-06-01', 541).flatMap((day) =>
      Array.from({ length: 11 }, (_, i) => copy(day, (8 + i) * 60 + 5, ++serial)),
    );
    expect(kept(all)).toEqual([
      'parvis-2025-12-31-18h05.db',
      'parvis-2026-01-31-18h05.db',
      'parvis-2026-02-28-18h05.db',
      'parvis-2026-03-31-18h05.db',
      'parvis-2026-04-30-18h05.db',
      'parvis-2026-05-31-18h05.db',
      'parvis-2026-06-30-18h05.db',
      'parvis-2026-07-31-18h05.db',
      'parvis-2026-08-31-18h05.db',
      'parvis-2026-09-30-18h05.db',
      ...days('2026-10-25', 27).map((day) => `parvis-${day}-18h05.db`),
      'parvis-2026-11-21-17h05.db',
      'parvis-2026-11-21-18h05.db',
      ...['2026-11-22', '2026-11-23'].flatMap((day) =>
        Array.from({ length: 11 }, (_, i) => `parvis-${day}-${String(8 + i).padStart(2, '0')}h05.db`),
      ),
    ]);
  });

  it('counts the days that have a copy, so that three weeks of holidays drop nothing', () => {
    const all = [...days('2026-07-27', 5), ...days('2026-08-24', 2)].map((day, i) => copy(day, 1080, i));
    expect(kept(all)).toEqual(all.map(({ file }) => file).sort());
  });

  it('goes on keeping each new hour on a PC whose clock fell back by a year', () => {
    const before = days('2026-09-01', 60).map((day, i) => copy(day, 1080, i));
    const after = Array.from({ length: 5 }, (_, i) => copy('2025-11-23', (8 + i) * 60, 100 + i));
    const keeps = copiesKept([...before, ...after], null);
    expect(after.every(({ file }) => keeps.has(file))).toBe(true);
  });

  it('knows the copies of an older Parvis by their day', () => {
    expect(momentOf('parvis-2026-11-23.db')).toEqual({ day: '2026-11-23', hour: null });
    expect(momentOf('parvis-2026-11-23-08h05-3.db')).toEqual({ day: '2026-11-23', hour: '08' });
    expect(momentOf('avant-version-0150.db')).toBe(null);
  });

  it('gives two copies of the same minute two names', () => {
    const taken = new Set(['parvis-2026-11-23-08h05', 'parvis-2026-11-23-08h05-2']);
    expect(copyName('2026-11-23', 485, (name) => taken.has(name))).toBe('parvis-2026-11-23-08h05-3');
  });

  // Any order of making, clocks that jump both ways, several copies of one minute and of one serial number.
  const moment = fc.record({
    day: fc.integer({ min: 0, max: 900 }),
    minute: fc.integer({ min: 0, max: 1439 }),
  });
  const made = fc.uniqueArray(
    fc.record({ at: moment, serial: fc.integer({ min: 0, max: 500 }), twin: fc.integer({ min: 1, max: 3 }) }),
    { minLength: 1, maxLength: 200, selector: ({ at, twin }) => `${at.day} ${at.minute} ${twin}` },
  );
  const copiesOf = (drawn: { at: { day: number; minute: number }; serial: number; twin: number }[]) =>
    drawn.map(({ at, serial, twin }) => {
      const one = copy(addDays('2024-01-01', at.day), at.minute, serial);
      return twin === 1 ? one : { ...one, file: one.file.replace('.db', `-${twin}.db`) };
    });

  it('never drops the newest that was made, nor the last that was proven', () => {
    fc.assert(
      fc.property(made, fc.nat(), (drawn, pick) => {
        const all = copiesOf(drawn);
        const proven = all[pick % all.length]?.file ?? '';
        const keeps = copiesKept(all, proven);
        const newest = all.toSorted((a, b) => a.serial - b.serial || (a.file < b.file ? -1 : 1)).at(-1);
        expect(keeps.has(newest?.file ?? '')).toBe(true);
        expect(keeps.has(proven)).toBe(true);
      }),
    );
  });

  it('keeps at most 24 hours, 30 days, twelve months, the newest and the proven one; pruning twice is pruning once', () => {
    fc.assert(
      fc.property(made, (drawn) => {
        const all = copiesOf(drawn);
        const proven = all[0]?.file ?? '';
        const keeps = copiesKept(all, proven);
        expect(keeps.size).toBeLessThanOrEqual(24 + 30 + 12 + 1);
        expect([...keeps].every((file) => all.some((one) => one.file === file))).toBe(true);
        const left = all.filter(({ file }) => keeps.has(file));
        expect([...copiesKept(left, proven)].sort()).toEqual([...keeps].sort());
      }),
    );
  });
});
