/**
 * Who comes in question for a place, and why somebody does not. A reason is a fact of the entry or of the place, never of
 * the person; a reason can be overridden at the desk, for the closed list says what was said on the phone.
 */
import { type Interval, overlaps, weekdayOf } from '../../../contract/time.ts';
import type { FilterReason } from '../../../contract/waitlist-rank.ts';
import type { Place, RankFacts } from './facts.ts';

type Slot = NonNullable<Place['slot']>;

/** Nobody said whom she would accept: of the earlier list, her own practitioner; of the other one, anybody. */
const accepts = ({ practitionerIds, appointment }: RankFacts, { practitionerId }: Place): boolean =>
  practitionerIds.length > 0
    ? practitionerIds.includes(practitionerId)
    : appointment === null || appointment.practitionerId === practitionerId;

const ofPlace = (facts: RankFacts, place: Place): FilterReason[] => {
  const wished = facts.wishes.practitionerSex;
  const reasons: FilterReason[] = [];
  if (facts.profession !== place.profession) reasons.push('other-profession');
  if (!accepts(facts, place)) reasons.push('other-practitioner');
  // A wish is asked on the phone when nobody has said; a need is never supposed to be met.
  if (wished !== null && place.sex !== null && place.sex !== wished) reasons.push('practitioner-sex');
  if (facts.homeVisit && !place.homeVisits) reasons.push('home-visit');
  if (facts.stepFree && !facts.homeVisit && place.stepFree !== true) reasons.push('not-step-free');
  return reasons;
};

/**
 * The part of a freed time that this person would be offered: from the first minute that suits, as long as she needs.
 * « À partir de » and « avant » both speak of the start, as where a place is searched.
 */
export const partFor = (facts: Pick<RankFacts, 'wishes' | 'minutes'>, slot: Interval): Interval => {
  const start = Math.max(slot.start, facts.wishes.from ?? 0);
  return { start, end: facts.minutes === null ? slot.end : start + facts.minutes };
};

const isEarlier = (facts: RankFacts, { day }: Slot, { start }: Interval): boolean => {
  const kept = facts.appointment;
  return kept === null || day < kept.day || (day === kept.day && start < kept.start);
};

const ofHours = (facts: RankFacts, slot: Slot, weekday: number): FilterReason[] => {
  const { wishes, minutes } = facts;
  const part = partFor(facts, slot);
  const short = minutes !== null && minutes > slot.end - slot.start;
  const reasons: FilterReason[] = [];
  if (wishes.days.length > 0 && !wishes.days.includes(weekday)) reasons.push('other-day');
  if (part.start > slot.start && (part.start >= slot.end || (!short && part.end > slot.end)))
    reasons.push('too-early');
  if (wishes.to !== null && slot.start >= wishes.to) reasons.push('too-late');
  if (short) reasons.push('too-short');
  if (!isEarlier(facts, slot, part)) reasons.push('not-earlier');
  if (!facts.held.includes('busy') && facts.elsewhere.some((other) => overlaps(other, part)))
    reasons.push('busy');
  return reasons;
};

/** For one place: its weekday is worked out once, not for each of two thousand people. */
export const filtersFor = (place: Place): ((facts: RankFacts) => FilterReason[]) => {
  const { slot } = place;
  const weekday = slot === null ? 0 : weekdayOf(slot.day);
  return (facts) => [
    ...ofPlace(facts, place),
    ...(slot === null ? [] : ofHours(facts, slot, weekday)),
    ...facts.held,
  ];
};
