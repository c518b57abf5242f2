/** Birth dates as people say and write them in French: read from one field, shown in one style. Pure. */
import type { BirthDate, Sex } from './patients.ts';
import type { Day } from './time.ts';

export type BirthError = 'birth-date-invalid' | 'birth-date-in-future' | 'birth-date-too-old';
export type ParsedBirth =
  | { readonly ok: true; readonly birth: BirthDate }
  | { readonly ok: false; readonly code: BirthError };

/** Nobody alive is older; an older year is a slip of the finger. */
const OLDEST = 130;

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars', 'mar'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil'],
  ['aout'],
  ['septembre', 'sept', 'sep'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['decembre', 'dec'],
];

const two = (n: number): string => String(n).padStart(2, '0');

const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

const real = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

const refused = (code: BirthError): ParsedBirth => ({ ok: false, code });

/** Two digits are the latest such year that is not in the future: in November 2026, 52 is 1952 and 20 is 2020. */
const fullYear = (written: string, today: Day, month = 1, day = 1): number => {
  if (written.length !== 2) return Number(written);
  const century = Number(today.slice(0, 2)) * 100;
  const year = century + Number(written);
  return `${year}-${two(month)}-${two(day)}` > today ? year - 100 : year;
};

const onDay = (written: string, month: number, day: number, today: Day): ParsedBirth => {
  const year = fullYear(written, today, month, day);
  if (!real(year, month, day)) return refused('birth-date-invalid');
  const value = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  if (value > today) return refused('birth-date-in-future');
  if (year < Number(today.slice(0, 4)) - OLDEST) return refused('birth-date-too-old');
  return { ok: true, birth: { precision: 'day', value } };
};

const inYear = (precision: 'year' | 'estimated', year: number, today: Day): ParsedBirth => {
  const now = Number(today.slice(0, 4));
  if (year > now) return refused('birth-date-in-future');
  if (year < now - OLDEST) return refused('birth-date-too-old');
  return { ok: true, birth: { precision, value: String(year) } };
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();

/**
 * `12/03/1952`, `12.3.52`, `12 mars 1952`, `120352`, `1952-03-12`, `1952`, `vers 1952`, `75 ans`, `inconnue`, or nothing.
 * @param today the house's day: it resolves two-digit years and refuses the future
 */
export const parseBirth = (text: string, today: Day): ParsedBirth => {
  const t = plain(text).replace(/^nee?(?:\(e\))? (?:le |en )?/, '');
  if (t === '' || /^(?:inconnue?|ne sait pas|nsp|\?+)$/.test(t))
    return { ok: true, birth: { precision: 'unknown', value: null } };

  const about = /^(?:vers|environ|env\.?|circa|~|≈) ?(\d{4})$/.exec(t);
  if (about?.[1]) return inYear('estimated', Number(about[1]), today);
  const age = /^(?:(?:vers|environ|env\.?|~|≈) ?)?(\d{1,3}) ?ans$/.exec(t);
  if (age?.[1]) return inYear('estimated', Number(today.slice(0, 4)) - Number(age[1]), today);
  if (/^\d{4}$/.test(t)) return inYear('year', Number(t), today);

  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(t);
  if (iso?.[1] && iso[2] && iso[3]) return onDay(iso[1], Number(iso[2]), Number(iso[3]), today);
  const parts =
    /^(\d{1,2})[ ./-]+(\d{1,2})[ ./-]+(\d{4}|\d{2})$/.exec(t) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(t);
  if (parts?.[1] && parts[2] && parts[3]) return onDay(parts[3], Number(parts[2]), Number(parts[1]), today);
  const words = /^(\d{1,2})(?:er)? ?([a-z]+)\.? ?(\d{4}|\d{2})$/.exec(t);
  if (words?.[1] && words[2] && words[3]) {
    const name = words[2];
    const month = MONTHS.findIndex((names) => names.includes(name)) + 1;
    if (month > 0) return onDay(words[3], month, Number(words[1]), today);
  }
  return refused('birth-date-invalid');
};

/** « 12/03/1952 », « 1952 », « vers 1952 », « inconnue »: what `parseBirth` reads back as the same. */
export const birthText = (birth: BirthDate): string => {
  switch (birth.precision) {
    case 'day':
      return birth.value.split('-').reverse().join('/');
    case 'year':
      return birth.value;
    case 'estimated':
      return `vers ${birth.value}`;
    case 'unknown':
      return 'inconnue';
  }
};

const born: Readonly<Record<Sex, string>> = { female: 'née', male: 'né', unknown: 'né(e)' };

/** « née le 12/03/1952 », « né en 1952 », « né(e) vers 1952 », « date de naissance inconnue ». */
export const birthLabel = (birth: BirthDate, sex: Sex): string => {
  switch (birth.precision) {
    case 'day':
      return `${born[sex]} le ${birthText(birth)}`;
    case 'year':
      return `${born[sex]} en ${birth.value}`;
    case 'estimated':
      return `${born[sex]} ${birthText(birth)}`;
    case 'unknown':
      return 'date de naissance inconnue';
  }
};

/** Whole years on a day; for a year alone, the age reached in that year; null when the birth is unknown. */
export const ageOn = (birth: BirthDate, day: Day): number | null => {
  if (birth.precision === 'unknown') return null;
  const years = Number(day.slice(0, 4)) - Number(birth.value.slice(0, 4));
  return birth.precision === 'day' && birth.value.slice(5) > day.slice(5) ? years - 1 : years;
};

/** « 74 ans », « 7 mois » and « 12 jours » for the little ones, « environ 74 ans » when the day is not known. */
export const ageLabel = (birth: BirthDate, day: Day): string => {
  const age = ageOn(birth, day);
  if (age === null || age < 0) return 'âge inconnu';
  if (birth.precision !== 'day') return `environ ${age} an${age > 1 ? 's' : ''}`;
  if (age >= 2) return `${age} ans`;
  const since = Temporal.PlainDate.from(birth.value).until(Temporal.PlainDate.from(day), {
    largestUnit: 'months',
  });
  return since.months > 0 ? `${since.months} mois` : `${since.days} jour${since.days > 1 ? 's' : ''}`;
};
