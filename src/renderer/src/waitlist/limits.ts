/** What somebody can come to, as a form holds it, and what a single key changes. Pure. */
import type { Practitioner } from '../../../contract/practice.ts';
import type { ListWishes } from '../../../contract/requests.ts';
import type { EntryLimits } from '../../../contract/waitlist.ts';
import { WEEKDAY_KEYS } from '../agenda/booking/filters.ts';

const NOON = 12 * 60;

export const noWishes: ListWishes = {
  days: [],
  from: null,
  to: null,
  practitionerSex: null,
  atShortNotice: false,
  note: null,
};

export const noLimits: EntryLimits = {
  practitionerIds: [],
  wishes: noWishes,
  homeVisit: false,
  stepFree: false,
};

export const isMorning = ({ from, to }: ListWishes): boolean => from === null && to === NOON;
export const isAfternoon = ({ from, to }: ListWishes): boolean => from === NOON && to === null;

export const toggled = <T>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

const wishing = (limits: EntryLimits, wishes: Partial<ListWishes>): EntryLimits => ({
  ...limits,
  wishes: { ...limits.wishes, ...wishes },
});

/** @returns null when the key means nothing here */
export const limitsByKey = (
  limits: EntryLimits,
  key: string,
  practitioners: readonly Practitioner[],
): EntryLimits | null => {
  const { wishes } = limits;
  const person = /^[1-9]$/.test(key) ? practitioners[Number(key) - 1] : undefined;
  if (person !== undefined) return { ...limits, practitionerIds: toggled(limits.practitionerIds, person.id) };
  const weekday = WEEKDAY_KEYS.find((one) => one.key === key)?.weekday;
  if (weekday !== undefined) return wishing(limits, { days: toggled(wishes.days, weekday).sort() });
  switch (key) {
    case 'm':
      return wishing(limits, isMorning(wishes) ? { from: null, to: null } : { from: null, to: NOON });
    case 'a':
      return wishing(limits, isAfternoon(wishes) ? { from: null, to: null } : { from: NOON, to: null });
    case 'd':
      return wishing(limits, { atShortNotice: !wishes.atShortNotice });
    case 'f':
      return wishing(limits, { practitionerSex: wishes.practitionerSex === 'female' ? null : 'female' });
    case 'h':
      return wishing(limits, { practitionerSex: wishes.practitionerSex === 'male' ? null : 'male' });
    case 'p':
      return { ...limits, stepFree: !limits.stepFree };
    case 'z':
      return { ...limits, homeVisit: !limits.homeVisit };
    default:
      return null;
  }
};
