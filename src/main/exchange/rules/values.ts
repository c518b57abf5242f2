/** French spellings of dates, hours and words as agendas export them, read strictly: what is not understood is refused. */
import type { AppointmentStatus } from '../../../contract/agenda.ts';
import type { BirthDate, Sex } from '../../../contract/patients.ts';
import type { SlotKind } from '../../../contract/practice.ts';
import { type Profession, professionLabels } from '../../../contract/professions.ts';
import { Day, type Minute, type Weekday } from '../../../contract/time.ts';
import { normaliseHeader as plain } from './fields.ts';

/** `23/11/2026`, `23-11-2026`, `23.11.26`, `2026-11-23`. @returns null when it is no date of the calendar */
export const readDay = (text: string, pivotYear: number): Day | null => {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text.trim());
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text.trim());
  const [year, month, day] = french ? [french[3], french[2], french[1]] : iso ? [iso[1], iso[2], iso[3]] : [];
  if (!year || !month || !day) return null;
  const full = year.length === 2 ? centuryOf(Number(year), pivotYear) : Number(year);
  const candidate = `${String(full).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Day.safeParse(candidate).success ? candidate : null;
};

/** Two digits: the most recent such year that is not after the pivot. */
const centuryOf = (twoDigits: number, pivotYear: number): number => {
  const century = Math.floor(pivotYear / 100) * 100;
  return century + twoDigits > pivotYear ? century - 100 + twoDigits : century + twoDigits;
};

/** A year alone is kept as a year: nobody is given an invented 1 January. */
export const readBirth = (text: string, pivotYear: number): BirthDate | null => {
  const trimmed = text.trim();
  if (trimmed === '') return { precision: 'unknown', value: null };
  if (/^(18|19|20)\d{2}$/.test(trimmed)) return { precision: 'year', value: trimmed };
  const value = readDay(trimmed, pivotYear);
  return value ? { precision: 'day', value } : null;
};

/** `8:30`, `08:30`, `08:30:00`, `8h30`, `8 h`, `0830`. */
export const readMinute = (text: string): Minute | null => {
  const match =
    /^(\d{1,2})\s*[:hH]\s*(\d{2})?(?::\d{2})?$/.exec(text.trim()) ?? /^(\d{2})(\d{2})$/.exec(text.trim());
  if (!match?.[1]) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? '0');
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null;
  return hours * 60 + minutes;
};

/** Whole minutes, 1 to 720. */
export const readMinutes = (text: string): number | null => {
  const match = /^(\d{1,3})(?:\s*(?:min|mn|minutes?))?$/.exec(text.trim());
  const minutes = match?.[1] ? Number(match[1]) : 0;
  return minutes >= 1 && minutes <= 720 ? minutes : null;
};

const statuses: Readonly<Record<string, AppointmentStatus>> = {
  prevu: 'booked',
  planifie: 'booked',
  confirme: 'booked',
  'a venir': 'booked',
  arrive: 'arrived',
  'en salle': 'arrived',
  'en cours': 'in-progress',
  'en consultation': 'in-progress',
  honore: 'fulfilled',
  vu: 'fulfilled',
  termine: 'fulfilled',
  effectue: 'fulfilled',
  absent: 'noshow',
  'non venu': 'noshow',
  'non honore': 'noshow',
  lapin: 'noshow',
  annule: 'cancelled',
  supprime: 'cancelled',
};
export const readStatus = (text: string): AppointmentStatus | null => statuses[plain(text)] ?? null;

const sexes: Readonly<Record<string, Sex>> = {
  f: 'female',
  femme: 'female',
  feminin: 'female',
  m: 'male',
  h: 'male',
  homme: 'male',
  masculin: 'male',
};
export const readSex = (text: string): Sex => sexes[plain(text)] ?? 'unknown';

const weekdays: readonly string[] = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
export const readWeekday = (text: string): Weekday | null => {
  const word = plain(text);
  if (/^[1-7]$/.test(word)) return Number(word);
  const index = word.length >= 3 ? weekdays.findIndex((day) => day.startsWith(word)) : -1;
  return index < 0 ? null : index + 1;
};

const professionWords: Readonly<Record<string, Profession>> = {
  ...Object.fromEntries(
    Object.entries(professionLabels).map(([code, { label }]) => [plain(label), code as Profession]),
  ),
  medecin: 'general-practitioner',
  generaliste: 'general-practitioner',
  'medecine generale': 'general-practitioner',
  infirmiere: 'nurse',
  ide: 'nurse',
  idel: 'nurse',
  kine: 'physiotherapist',
  kinesitherapeute: 'physiotherapist',
  'masseuse kinesitherapeute': 'physiotherapist',
  maieuticien: 'midwife',
  dentiste: 'dentist',
  'chirurgienne dentiste': 'dentist',
  podologue: 'podiatrist',
  pedicure: 'podiatrist',
  dieteticienne: 'dietitian',
  psychomotricienne: 'psychomotor-therapist',
};

/** @returns null for a profession that we do not know: it is taken over as « autre », with a warning */
export const readProfession = (text: string): Profession | null => {
  const word = plain(text);
  return professionWords[word] ?? (/^medecin |logue$/.test(word) ? 'specialist' : null);
};

/** The former software has no kinds: the name says it. */
export const kindOfType = (name: string): SlotKind => {
  const words = plain(name);
  if (/\b(nouveaux?|nouvelle) patients?\b|\bpremiere consultation\b/.test(words)) return 'newPatient';
  if (/\burgences?\b|\bnon programmes?\b|\bsnp\b/.test(words)) return 'unscheduled';
  return 'regular';
};

/** A cell that a spreadsheet would run. No name, commune or comment starts so. */
export const looksLikeFormula = (text: string): boolean => /^[=@]|^[+-](?![\d\s().]*$)|^[\t\r]/.test(text);
