import { describe, expect, it } from 'vitest';
import { parseSearch } from './query.ts';

const name = (word: string) => ({ kind: 'name', word });
const number = (births: string[], years: string[], phones: string[]) => ({
  kind: 'number',
  births,
  years,
  phones,
});

describe('what is typed in the search box', () => {
  it('is words, each the beginning of a name, and a year', () => {
    expect(parseSearch('dup mar 1952')[0]).toEqual([
      name('DUP'),
      name('MAR'),
      number([], ['1952'], ['1952']),
    ]);
  });

  it('knows no accents, case, hyphens or apostrophes', () => {
    expect(parseSearch('  Hélène D’AUBRY-Œuvre ')[0]).toEqual(['HELENE', 'D', 'AUBRY', 'OEUVRE'].map(name));
  });

  it('reads a birth date in any spelling, of either century when two digits are given', () => {
    const both = ['12031952', '12032052', '120352'];
    expect(parseSearch('12/03/52')).toEqual([[number(both, [], [])]]);
    expect(parseSearch('12/3/1952')).toEqual([[number(['12031952'], [], [])]]);
    expect(parseSearch('1952-03-12')[0]).toEqual([number(['12031952'], [], ['19520312'])]);
    expect(parseSearch('120352')).toEqual([[number(both, [], ['120352'])]]);
    expect(parseSearch('12 03 52')).toEqual([[number(both, [], ['120352'])]]);
  });

  it('follows a date while it is being typed', () => {
    expect(
      ['12/', '12/0', '12/1', '12/03', '12/03/1', '12/03/195'].map((text) => parseSearch(text)[0]),
    ).toEqual([
      [number(['12'], [], [])],
      [number(['120'], [], [])],
      [number(['1201', '121'], [], [])],
      [number(['1203'], [], [])],
      [number(['12031'], [], [])],
      [number(['1203195'], [], [])],
    ]);
  });

  it('reads consecutive digits of a phone number, however they are spaced', () => {
    for (const text of [
      '0639984512',
      '06 39 98 45 12',
      '06.39.98.45.12',
      '+33 6 39 98 45 12',
      '+33(0)639984512',
    ])
      expect(parseSearch(text)).toEqual([[number([], [], ['0639984512'])]]);
    expect(parseSearch('0033639984512')).toEqual([[number([], [], ['0033639984512', '0639984512'])]]);
    expect(parseSearch('+262 692 12 34 56')).toEqual([[number([], [], ['0692123456'])]]);
    expect(parseSearch('06 39 98 45')).toEqual([[number([], [], ['06399845'])]]);
    expect(parseSearch('4512')).toEqual([[number([], [], ['4512'])]]);
  });

  it('takes a date or a year beside digits of a phone as either one number or two', () => {
    expect(parseSearch('1952 4512')).toEqual([
      [number([], [], ['19524512'])],
      [number([], ['1952'], ['1952']), number([], [], ['4512'])],
    ]);
  });

  it('leaves particles out, or runs them into the name, when the words as typed are not enough', () => {
    expect(parseSearch('de la tour mar').slice(0, 4)).toEqual([
      ['DE', 'LA', 'TOUR', 'MAR'].map(name),
      ['DELATOUR', 'MAR'].map(name),
      ['LATOUR', 'MAR'].map(name),
      ['TOUR', 'MAR'].map(name),
    ]);
  });

  it('looks for nothing when nothing can be looked for', () => {
    expect(['', '   ', '-', '+', "'", '7'].map(parseSearch)).toEqual([[], [], [], [], [], []]);
  });
});
