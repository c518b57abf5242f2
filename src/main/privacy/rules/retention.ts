/**
 * How long what is kept, and what is due. Pure: (facts, settings, today) → what is to be erased. Whatever is open, still
 * to come or held for a dispute is never due. Each default with its source: docs/spec/patient-rights.md.
 */
import type { Due, Kept, RetentionSettings, Standing } from '../../../contract/privacy.ts';
import type { Day } from '../../../contract/time.ts';

export interface PersonFacts {
  /** Received here at least once. */
  readonly seen: boolean;
  /** What is not over. */
  readonly standing: readonly Standing[];
  /** A dispute is under way: somebody said so by hand. */
  readonly held: boolean;
  /** Last day on which anything was asked, answered, booked or corrected; the day of the record when nothing was. */
  readonly lastDay: Day;
}

export type WordsKind = 'request' | 'appointment';

export interface WordsFacts {
  readonly kind: WordsKind;
  /** Null: open, or still to come. */
  readonly endedOn: Day | null;
  readonly held: boolean;
}

export interface EntryFacts {
  readonly day: Day;
  /** The entry names something that is not over. */
  readonly standing: boolean;
  readonly held: boolean;
}

/** The same day so many months later; the last of a shorter month. */
export const monthsAfter = (day: Day, months: number): Day =>
  Temporal.PlainDate.from(day).add({ months }).toString();

export const monthsBefore = (day: Day, months: number): Day =>
  Temporal.PlainDate.from(day).subtract({ months }).toString();

/** First day on which nothing justifies the name any more. Null: not while something stands. */
export const personDueOn = (person: PersonFacts, settings: RetentionSettings): Day | null => {
  if (person.held || person.standing.length > 0) return null;
  return monthsAfter(person.lastDay, person.seen ? settings.seenYears * 12 : settings.unseenMonths);
};

export const dueKind = (person: Pick<PersonFacts, 'seen'>): Due['kind'] => (person.seen ? 'seen' : 'unseen');

export const isPersonDue = (person: PersonFacts, settings: RetentionSettings, today: Day): boolean => {
  const due = personDueOn(person, settings);
  return due !== null && due <= today;
};

export const areWordsDue = (
  { kind, endedOn, held }: WordsFacts,
  settings: RetentionSettings,
  today: Day,
): boolean =>
  endedOn !== null &&
  !held &&
  monthsAfter(endedOn, kind === 'request' ? settings.wordsMonths : settings.appointmentMonths) <= today;

export const isEntryDue = (
  { day, standing, held }: EntryFacts,
  settings: RetentionSettings,
  today: Day,
): boolean => !standing && !held && monthsAfter(day, settings.journalMonths) <= today;

/**
 * What stands against erasing somebody who asks for it (art. 17(3)). Nothing: her name goes too. `seen`: the file of
 * people received is kept for their care, and only words may go.
 */
export const keptBecause = (person: PersonFacts, settings: RetentionSettings, today: Day): Kept[] => {
  if (person.held) return [{ because: 'dispute', until: null }];
  if (person.standing.length > 0) return [{ because: 'standing', until: null }];
  if (person.seen && !isPersonDue(person, settings, today))
    return [{ because: 'care', until: personDueOn(person, settings) }];
  return [];
};
