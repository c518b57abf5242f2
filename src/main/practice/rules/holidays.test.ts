import Oracle from 'date-holidays';
import { describe, expect, it } from 'vitest';
import type { Region } from '../../../contract/practice.ts';
import { easter, holidaysBetween, holidaysOf } from './holidays.ts';

const days = (year: number, region: Region): string[] => holidaysOf(year, region).map((h) => h.day);

describe('public holidays', () => {
  it.each([
    [2027, '2027-03-28', '2027-03-29', '2027-05-06', '2027-05-17'],
    [2028, '2028-04-16', '2028-04-17', '2028-05-25', '2028-06-05'],
    [2029, '2029-04-01', '2029-04-02', '2029-05-10', '2029-05-21'],
  ])(
    '%i: Easter, its Monday, Ascension and Whit Monday fall on their known days',
    (year, sunday, monday, ascension, whit) => {
      expect(easter(year)).toBe(sunday);
      const byName = new Map(holidaysOf(year, 'metropole').map((h) => [h.name, h.day]));
      expect(byName.get('Lundi de Pâques')).toBe(monday);
      expect(byName.get('Ascension')).toBe(ascension);
      expect(byName.get('Lundi de Pentecôte')).toBe(whit);
    },
  );

  it('metropolitan France has its eleven holidays in 2026, in order', () => {
    expect(holidaysOf(2026, 'metropole')).toEqual([
      { day: '2026-01-01', name: 'Jour de l’An' },
      { day: '2026-04-06', name: 'Lundi de Pâques' },
      { day: '2026-05-01', name: 'Fête du Travail' },
      { day: '2026-05-08', name: 'Victoire de 1945' },
      { day: '2026-05-14', name: 'Ascension' },
      { day: '2026-05-25', name: 'Lundi de Pentecôte' },
      { day: '2026-07-14', name: 'Fête nationale' },
      { day: '2026-08-15', name: 'Assomption' },
      { day: '2026-11-01', name: 'Toussaint' },
      { day: '2026-11-11', name: 'Armistice de 1918' },
      { day: '2026-12-25', name: 'Noël' },
    ]);
  });

  it('each region adds its own days to the eleven, and nothing else', () => {
    const own = (region: Region, year = 2027) => {
      const common = new Set(days(year, 'metropole'));
      return days(year, region).filter((day) => !common.has(day));
    };
    expect(own('alsace-moselle')).toEqual(['2027-03-26', '2027-12-26']);
    expect(own('mayotte')).toEqual(['2027-04-27']);
    expect(own('martinique')).toEqual(['2027-05-22']);
    expect(own('guadeloupe')).toEqual(['2027-05-27']);
    expect(own('saint-martin')).toEqual(['2027-05-28']);
    expect(own('saint-martin', 2018)).toEqual(['2018-05-28']);
    expect(own('saint-martin', 2017)).toEqual(['2017-05-27']);
    expect(own('guyane')).toEqual(['2027-06-10']);
    expect(own('saint-barthelemy')).toEqual(['2027-10-09']);
    expect(own('reunion')).toEqual(['2027-12-20']);
    expect(own('saint-pierre-et-miquelon')).toEqual([]);
  });

  it('two holidays on one day are one day that bears both names', () => {
    expect(holidaysOf(2008, 'metropole').filter((h) => h.day === '2008-05-01')).toEqual([
      { day: '2008-05-01', name: 'Fête du Travail et Ascension' },
    ]);
    expect(holidaysOf(2019, 'guyane').filter((h) => h.day === '2019-06-10')).toEqual([
      { day: '2019-06-10', name: 'Lundi de Pentecôte et Abolition de l’esclavage' },
    ]);
  });

  it('a span of days across the new year holds both its ends', () => {
    expect(holidaysBetween('2026-12-25', '2027-01-01', 'metropole').map((h) => h.day)).toEqual([
      '2026-12-25',
      '2027-01-01',
    ]);
    expect(holidaysBetween('2026-12-26', '2026-12-31', 'metropole')).toEqual([]);
  });

  // The library counts Good Friday for the whole of Guadeloupe and Martinique, where it is a matter of the commune, and
  // keeps Saint-Martin on its date of before 2018: there it cannot be the judge.
  const judged: readonly [Region, readonly [string, string?], readonly string[]][] = [
    ['metropole', ['FR'], []],
    ['alsace-moselle', ['FR', '57'], []],
    ['alsace-moselle', ['FR', '67'], []],
    ['alsace-moselle', ['FR', '68'], []],
    ['guadeloupe', ['FR', 'GP'], ['Vendredi saint']],
    ['martinique', ['FR', 'MQ'], ['Vendredi saint']],
    ['guyane', ['FR', 'GF'], []],
    ['reunion', ['FR', 'RE'], []],
    ['mayotte', ['FR', 'YT'], []],
    ['saint-barthelemy', ['FR', 'BL'], []],
    ['saint-pierre-et-miquelon', ['PM'], []],
  ];
  it.each(judged)(
    '%s: sixty years agree with an independent calendar (%j)',
    (region, [country, state], local) => {
      const oracle = state ? new Oracle(country, state) : new Oracle(country);
      oracle.setLanguages('fr');
      for (let year = 2000; year < 2060; year++) {
        const theirs = oracle
          .getHolidays(year)
          .filter((h) => h.type === 'public' && !local.includes(h.name))
          .map((h) => h.date.slice(0, 10));
        expect(days(year, region)).toEqual([...new Set(theirs)].sort());
      }
    },
  );
});
