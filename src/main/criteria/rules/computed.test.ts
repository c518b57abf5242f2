import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BirthDate } from '../../../contract/patients.ts';
import { addDays } from '../../../contract/time.ts';
import { computedFrom } from './computed.ts';

const TODAY = '2026-11-24';
const on = (value: string): BirthDate => ({ precision: 'day', value });
const year = (value: string): BirthDate => ({ precision: 'year', value });
const about = (value: string): BirthDate => ({ precision: 'estimated', value });
const old = (birth: BirthDate, today = TODAY) => computedFrom(birth, today)['age-70'];
const small = (birth: BirthDate, today = TODAY) => computedFrom(birth, today)['child-under-2'];

describe('70 or over', () => {
  it('counts from the birthday on', () => {
    expect([old(on('1956-11-24')), old(on('1956-11-25'))]).toEqual(['yes', 'no']);
  });

  it('of a year alone, counts only once the whole year has had its birthday', () => {
    expect([old(year('1955')), old(year('1956')), old(year('1957'))]).toEqual(['yes', 'unknown', 'no']);
    expect(old(year('1956'), '2026-12-31')).toBe('yes');
  });

  it('of « vers 1950 », counts only when five years more or less change nothing', () => {
    expect([old(about('1950')), old(about('1951')), old(about('1961')), old(about('1962'))]).toEqual([
      'yes',
      'unknown',
      'unknown',
      'no',
    ]);
  });

  it('of an unknown birth date, is unknown', () => {
    expect(computedFrom({ precision: 'unknown', value: null }, TODAY)).toEqual({
      'age-70': 'unknown',
      'child-under-2': 'unknown',
    });
  });
});

describe('under 2', () => {
  it('ends on the second birthday', () => {
    expect([small(on('2024-11-25')), small(on('2024-11-24'))]).toEqual(['yes', 'no']);
  });

  it('of somebody born on 29 February, ends on 1 March', () => {
    expect([small(on('2024-02-29'), '2026-02-28'), small(on('2024-02-29'), '2026-03-01')]).toEqual([
      'yes',
      'no',
    ]);
  });

  it('of a year alone, counts this year and last; two years ago nobody knows', () => {
    expect([small(year('2026')), small(year('2025')), small(year('2024')), small(year('2023'))]).toEqual([
      'yes',
      'yes',
      'unknown',
      'no',
    ]);
  });
});

it('never says yes or no where a birthday within what is known would say otherwise', () => {
  const days = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1900-01-01', n));
  fc.assert(
    fc.property(days, days, (born, today) => {
      fc.pre(born <= today);
      const exact = computedFrom(on(born), today);
      for (const birth of [year(born.slice(0, 4)), about(born.slice(0, 4))]) {
        const known = computedFrom(birth, today);
        for (const key of ['age-70', 'child-under-2'] as const)
          if (known[key] !== 'unknown') expect(known[key]).toBe(exact[key]);
      }
    }),
  );
});
