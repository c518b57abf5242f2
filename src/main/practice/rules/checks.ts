/** What is refused before it is written, each with the field at fault. Codes are stable: the screen has a sentence for each. */
import type { FieldError } from '../../../contract/errors.ts';
import type {
  AbsenceDraft,
  AppointmentType,
  AppointmentTypeDraft,
  OpeningException,
  OpeningExceptionDraft,
  OpeningHours,
  OpeningHoursDraft,
} from '../../../contract/practice.ts';
import { addDays, type Day, overlaps, weekdayOf } from '../../../contract/time.ts';
import { subtract } from './intervals.ts';
import { type OpeningFacts, openRangesOn, takesPlace } from './openings.ts';

const error = (path: string, code: string): FieldError => ({ path, code });

export const checkZone = (zone: string): FieldError[] => {
  try {
    new Intl.DateTimeFormat('fr-FR', { timeZone: zone });
    return [];
  } catch {
    return [error('zone', 'unknown-zone')];
  }
};

const checkRange = ({ start, end }: { start: number; end: number }): FieldError[] =>
  end > start ? [] : [error('end', 'end-before-start')];

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** The first day on which both take place, if there is one: alternations may never meet. */
export const firstCommonDay = (a: OpeningHours, b: OpeningHours): Day | null => {
  if (a.weekday !== b.weekday) return null;
  const from = a.validFrom > b.validFrom ? a.validFrom : b.validFrom;
  const cycle = (a.everyWeeks * b.everyWeeks) / gcd(a.everyWeeks, b.everyWeeks);
  const first = addDays(from, (a.weekday - weekdayOf(from) + 7) % 7);
  for (let week = 0; week < cycle; week++) {
    const day = addDays(first, 7 * week);
    if (takesPlace(a, day) && takesPlace(b, day)) return day;
  }
  return null;
};

/**
 * Two weekly ranges of one practitioner and one kind may not cover the same minute of the same day: nobody could tell
 * which capacity counts. Different kinds may: the more reserved one carves out its share.
 */
export const checkHours = (
  draft: OpeningHoursDraft,
  others: readonly OpeningHours[],
  ownId: number | null,
): FieldError[] => {
  const errors = checkRange(draft);
  if (draft.validTo !== null && draft.validTo < draft.validFrom)
    errors.push(error('validTo', 'to-before-from'));
  if (errors.length > 0) return errors;
  const candidate = draft as OpeningHours;
  const clash = others.some(
    (other) =>
      other.id !== ownId &&
      other.kind === draft.kind &&
      overlaps(other, draft) &&
      firstCommonDay(candidate, other) !== null,
  );
  return clash ? [error('start', 'overlaps')] : [];
};

/**
 * An exception that would change nothing, or silently leave open what the desk believes closed, is refused: an absence
 * covers extra slots, and extra slots stand whatever is closed around them.
 */
export const checkException = (draft: OpeningExceptionDraft, facts: OpeningFacts): FieldError[] => {
  const errors = checkRange(draft);
  if (errors.length > 0) return errors;
  const { day, effect, kind } = draft;
  const sameDay = facts.exceptions.filter((e) => e.day === day && overlaps(e, draft));
  if (sameDay.some((e) => e.effect === effect && (effect === 'closed' || e.kind === kind)))
    return [error('start', 'overlaps')];
  if (effect === 'closed' && sameDay.some((e) => e.effect === 'extra'))
    return [error('start', 'overlaps-extra')];
  const before = openRangesOn(day, facts);
  const away = before.absences.map((a) => ({ start: a.start ?? 0, end: a.end ?? 1440 }));
  if (effect !== 'closed' && subtract([draft], away).length === 0) return [error('day', 'absent')];
  if (effect === 'replaced') return [];
  const candidate = { ...draft, id: 0, version: 0 } as OpeningException;
  const after = openRangesOn(day, { ...facts, exceptions: [...facts.exceptions, candidate] });
  return JSON.stringify(before.open) === JSON.stringify(after.open)
    ? [error('start', 'changes-nothing')]
    : [];
};

export const checkAbsence = (draft: AbsenceDraft): FieldError[] => {
  if (draft.toDay < draft.fromDay) return [error('toDay', 'to-before-from')];
  if (draft.start === null && draft.end === null) return [];
  if (draft.start === null) return [error('start', 'required')];
  if (draft.end === null) return [error('end', 'required')];
  return checkRange({ start: draft.start, end: draft.end });
};

const sameWords = (a: string, b: string): boolean =>
  a.localeCompare(b, 'fr-FR', { sensitivity: 'accent' }) === 0;

export const checkAppointmentType = (
  draft: AppointmentTypeDraft,
  others: readonly AppointmentType[],
  ownId: number | null,
): FieldError[] => {
  if ((draft.profession === null) === (draft.practitionerId === null))
    return [error('profession', 'exactly-one')];
  const twin = others.some(
    (other) =>
      other.id !== ownId &&
      other.active &&
      draft.active &&
      other.profession === draft.profession &&
      other.practitionerId === draft.practitionerId &&
      sameWords(other.name, draft.name),
  );
  return twin ? [error('name', 'duplicate')] : [];
};
