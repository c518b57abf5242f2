/** Practitioners, appointment types and opening hours. */
import { addDays, type Day, isoWeekOf, weekdayOf } from '../../../contract/time.ts';
import { normaliseHeader } from './fields.ts';
import type { PreparedHours, PreparedPractitioner, PreparedType, SourceFile } from './prepared.ts';
import { eachLine, type Notes, warn } from './reader.ts';
import { kindOfType, readDay, readMinute, readMinutes, readProfession, readWeekday } from './values.ts';

export const checkPractitioners = (file: SourceFile, notes: Notes): PreparedPractitioner[] => {
  const taken: PreparedPractitioner[] = [];
  eachLine(
    file,
    notes,
    (cells) => cells('code'),
    (cells, code) => {
      if (!code) return 'code-missing';
      if (!cells('familyName')) return 'name-missing';
      const profession = readProfession(cells('profession'));
      if (!profession) warn(notes, 'unknown-profession', code);
      const rpps = cells('rpps').replace(/\s/g, '');
      const rppsReadable = /^\d{11}$/.test(rpps);
      if (rpps && !rppsReadable) warn(notes, 'rpps-unreadable', code);
      const step = readMinutes(cells('step')) ?? 15;
      taken.push({
        code,
        title: cells('title'),
        familyName: cells('familyName'),
        givenName: cells('givenName'),
        profession: profession ?? 'other',
        rpps: rppsReadable ? rpps : null,
        step: Math.min(120, Math.max(5, step)),
      });
      return null;
    },
  );
  return taken;
};

export const checkTypes = (file: SourceFile, notes: Notes): PreparedType[] => {
  const taken: PreparedType[] = [];
  eachLine(
    file,
    notes,
    (cells) => `${cells('profession')} / ${cells('name')}`,
    (cells, code) => {
      const name = cells('name');
      if (!name) return 'name-missing';
      const minutes = readMinutes(cells('minutes'));
      if (minutes === null || minutes < 5 || minutes > 480) return 'duration-invalid';
      const profession = readProfession(cells('profession'));
      if (!profession) warn(notes, 'unknown-profession', code);
      taken.push({ profession: profession ?? 'other', name, minutes, kind: kindOfType(name), active: true });
      return null;
    },
  );
  return taken;
};

/**
 * « paire » and « impaire » in the former software follow the week number, which stumbles where a year has 53 weeks.
 * Here the alternation is anchored on its first date; the warning lets the house check the turn of the year.
 */
const anchorOf = (validFrom: Day, weekday: number, parity: 0 | 1 | null): Day => {
  const first = addDays(validFrom, (weekday - weekdayOf(validFrom) + 7) % 7);
  if (parity === null || isoWeekOf(first) % 2 === parity) return first;
  const next = addDays(first, 7);
  return isoWeekOf(next) % 2 === parity ? next : addDays(first, 14);
};

const parities: Readonly<Record<string, 0 | 1>> = { paire: 0, paires: 0, impaire: 1, impaires: 1 };

export const checkHours = (
  file: SourceFile,
  notes: Notes,
  known: ReadonlySet<string>,
  today: Day,
): PreparedHours[] => {
  const taken: PreparedHours[] = [];
  const year = Number(today.slice(0, 4)) + 50;
  eachLine(
    file,
    notes,
    (_, line) => `ligne ${line.number}`,
    (cells, code) => {
      const practitioner = cells('practitioner');
      if (!known.has(practitioner)) return 'unknown-practitioner';
      const weekday = readWeekday(cells('weekday'));
      if (weekday === null) return 'weekday-invalid';
      const [start, end] = [readMinute(cells('start')), readMinute(cells('end'))];
      if (start === null || end === null) return 'time-invalid';
      if (end <= start) return 'end-before-start';
      const weeks = normaliseHeader(cells('weeks'));
      const parity = parities[weeks] ?? null;
      if (weeks && parity === null && !['toutes', 'toutes les semaines'].includes(weeks))
        return 'weeks-invalid';
      const validFrom = cells('from') ? readDay(cells('from'), year) : today;
      const validTo = cells('to') ? readDay(cells('to'), year) : null;
      if (validFrom === null || (cells('to') && validTo === null)) return 'date-invalid';
      if (validTo !== null && validTo < validFrom) return 'end-before-start';
      if (parity !== null) warn(notes, 'alternate-weeks-anchored', code);
      taken.push({
        practitioner,
        weekday,
        start,
        end,
        everyWeeks: parity === null ? 1 : 2,
        anchorDay: anchorOf(validFrom, weekday, parity),
        validFrom,
        validTo,
      });
      return null;
    },
  );
  return taken;
};
