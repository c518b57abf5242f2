/**
 * Public holidays, by region. Code du travail, L. 3133-1 (the eleven), L. 3134-13 (Alsace-Moselle), L. 3422-2 and the
 * local orders for the abolition of slavery overseas. Good Friday is not general in the Antilles: left to exceptions.
 */
import type { Holiday, Region } from '../../../contract/practice.ts';
import { addDays, type Day } from '../../../contract/time.ts';
import { isoDay } from './calendar.ts';

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export const easter = (year: number): Day => {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const leaps = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * a + century - leaps - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((a + 11 * epact + 22 * weekday) / 451);
  const n = epact + weekday - 7 * late + 114;
  return isoDay(year, Math.floor(n / 31), (n % 31) + 1);
};

interface Rule {
  readonly name: string;
  /** A fixed date (month, day), or days after Easter Sunday. */
  readonly on: readonly [month: number, day: number] | number;
}

const everywhere: readonly Rule[] = [
  { name: 'Jour de l’An', on: [1, 1] },
  { name: 'Lundi de Pâques', on: 1 },
  { name: 'Fête du Travail', on: [5, 1] },
  { name: 'Victoire de 1945', on: [5, 8] },
  { name: 'Ascension', on: 39 },
  { name: 'Lundi de Pentecôte', on: 50 },
  { name: 'Fête nationale', on: [7, 14] },
  { name: 'Assomption', on: [8, 15] },
  { name: 'Toussaint', on: [11, 1] },
  { name: 'Armistice de 1918', on: [11, 11] },
  { name: 'Noël', on: [12, 25] },
];

const abolition = (month: number, day: number): Rule => ({
  name: 'Abolition de l’esclavage',
  on: [month, day],
});

const added: Readonly<Record<Region, (year: number) => readonly Rule[]>> = {
  metropole: () => [],
  'alsace-moselle': () => [
    { name: 'Vendredi saint', on: -2 },
    { name: 'Saint-Étienne', on: [12, 26] },
  ],
  mayotte: () => [abolition(4, 27)],
  martinique: () => [abolition(5, 22)],
  guadeloupe: () => [abolition(5, 27)],
  // Saint-Martin has kept its own date since 2018, Guadeloupe's before.
  'saint-martin': (year) => [year >= 2018 ? abolition(5, 28) : abolition(5, 27)],
  guyane: () => [abolition(6, 10)],
  'saint-barthelemy': () => [abolition(10, 9)],
  reunion: () => [abolition(12, 20)],
  'saint-pierre-et-miquelon': () => [],
};

/** In the order of the calendar; two that fall on one day (1 May 2008 was Ascension) are one, with both names. */
export const holidaysOf = (year: number, region: Region): Holiday[] => {
  const sunday = easter(year);
  const names = new Map<Day, string>();
  for (const { name, on } of [...everywhere, ...added[region](year)]) {
    const day = typeof on === 'number' ? addDays(sunday, on) : isoDay(year, on[0], on[1]);
    const before = names.get(day);
    names.set(day, before ? `${before} et ${name}` : name);
  }
  return [...names].map(([day, name]) => ({ day, name })).sort((a, b) => (a.day < b.day ? -1 : 1));
};

/** Both days included. */
export const holidaysBetween = (from: Day, to: Day, region: Region): Holiday[] => {
  const found: Holiday[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    found.push(...holidaysOf(year, region).filter(({ day }) => day >= from && day <= to));
  return found;
};
