/** What narrows the list of free slots, and the single keys that set it. Pure. */
import type { SlotSearch, Who } from '../../../../contract/agenda.ts';
import type { AppointmentTypeId, ClaimId, PatientId } from '../../../../contract/ids.ts';
import type { AppointmentType, Practitioner } from '../../../../contract/practice.ts';
import type { Profession } from '../../../../contract/professions.ts';
import { addDays, type Day, type Weekday } from '../../../../contract/time.ts';

export type Half = 'morning' | 'afternoon';

export interface Filters {
  /** Null: the desk's own first guess, any general practitioner. */
  readonly who: Who | null;
  readonly half: Half | null;
  readonly weekdays: readonly Weekday[];
  readonly from: Day | null;
}

export const noFilters: Filters = { who: null, half: null, weekdays: [], from: null };

/** The minute that parts the morning from the afternoon. */
export const NOON = 13 * 60;

/** l, m and s are taken twice over in French: Tuesday is r, Wednesday c. The chips show which letter. */
export const WEEKDAY_KEYS: readonly {
  readonly key: string;
  readonly weekday: Weekday;
  readonly label: string;
}[] = [
  { key: 'l', weekday: 1, label: 'Lun' },
  { key: 'r', weekday: 2, label: 'Mar' },
  { key: 'c', weekday: 3, label: 'Mer' },
  { key: 'j', weekday: 4, label: 'Jeu' },
  { key: 'v', weekday: 5, label: 'Ven' },
  { key: 's', weekday: 6, label: 'Sam' },
];

export const toggleWeekday = (filters: Filters, weekday: Weekday): Filters => ({
  ...filters,
  weekdays: filters.weekdays.includes(weekday)
    ? filters.weekdays.filter((other) => other !== weekday)
    : [...filters.weekdays, weekday].sort(),
});

export const toggleHalf = (filters: Filters, half: Half): Filters => ({
  ...filters,
  half: filters.half === half ? null : half,
});

/** What a single key does to the filters; null when it means nothing here. */
export const filterByKey = (filters: Filters, key: string, today: Day): Filters | null => {
  if (key === 'm') return toggleHalf(filters, 'morning');
  if (key === 'a') return toggleHalf(filters, 'afternoon');
  // Page keys too: on a French keyboard « - » is the key of the 6.
  if (key === '+' || key === 'PageDown') return { ...filters, from: addDays(filters.from ?? today, 7) };
  if (key === '-' || key === 'PageUp') {
    const earlier = addDays(filters.from ?? today, -7);
    return { ...filters, from: earlier > today ? earlier : null };
  }
  const weekday = WEEKDAY_KEYS.find((one) => one.key === key)?.weekday;
  return weekday === undefined ? null : toggleWeekday(filters, weekday);
};

/** Whom the list looks at when nobody said: a general practitioner, or the first profession of the house. */
export const defaultWho = (practitioners: readonly Practitioner[]): Who => {
  const wanted: Profession = 'general-practitioner';
  const profession = practitioners.some((one) => one.profession === wanted)
    ? wanted
    : practitioners[0]?.profession;
  return profession === undefined ? { kind: 'any' } : { kind: 'profession', profession };
};

/** The types that can be chosen for a practitioner or a profession, in the order of their digits. */
export const typesFor = (
  who: Who,
  types: readonly AppointmentType[],
  practitioners: readonly Practitioner[],
): readonly AppointmentType[] => {
  if (who.kind === 'any') return [];
  if (who.kind === 'profession') return types.filter(({ profession }) => profession === who.profession);
  const person = practitioners.find(({ id }) => id === who.practitionerId);
  return types.filter(
    ({ practitionerId, profession }) =>
      practitionerId === who.practitionerId || (profession !== null && profession === person?.profession),
  );
};

const DIGITS = 9;

/** The type that a digit means: `1` is the first. */
export const typeAt = (key: string, types: readonly AppointmentType[]): AppointmentType | null =>
  /^[1-9]$/.test(key) ? (types[Number(key) - 1] ?? null) : null;

/** The digit of a type, as shown on it; null from the tenth on. */
export const digitOf = (index: number): string | null => (index < DIGITS ? String(index + 1) : null);

/** A length to look for before anybody said what for: that of the first ordinary type, else a quarter of an hour. */
const usualMinutes = (types: readonly AppointmentType[]): number =>
  (types.find(({ kind }) => kind === 'regular') ?? types[0])?.minutes ?? 15;

export interface SearchFacts {
  readonly who: Who;
  readonly filters: Filters;
  readonly types: readonly AppointmentType[];
  readonly typeId: AppointmentTypeId | null;
  /** When an appointment moves: its own length, and its own time counts as free. */
  readonly moving: { readonly id: ClaimId; readonly minutes: number } | null;
  readonly patientId: PatientId | null;
  readonly limit: number;
}

export const searchFor = (facts: SearchFacts): Omit<SlotSearch, 'horizonDays'> => {
  const { who, filters, types, typeId, moving, patientId, limit } = facts;
  const typed = types.some(({ id }) => id === typeId) ? typeId : null;
  return {
    who,
    limit,
    ...(typed === null ? { minutes: moving?.minutes ?? usualMinutes(types) } : { appointmentTypeId: typed }),
    ...(typed !== null && moving !== null ? { minutes: moving.minutes } : {}),
    ...(moving === null ? {} : { ignoring: moving.id }),
    ...(patientId === null ? {} : { patientId }),
    ...(filters.from === null ? {} : { from: filters.from }),
    ...(filters.weekdays.length === 0 ? {} : { weekdays: [...filters.weekdays] }),
    ...(filters.half === 'morning' ? { before: NOON } : {}),
    ...(filters.half === 'afternoon' ? { after: NOON } : {}),
  };
};
