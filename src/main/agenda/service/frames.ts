import type { PractitionerId } from '../../../contract/ids.ts';
import type { Day } from '../../../contract/time.ts';
import type { ReadDb } from '../../core/db.ts';
import { type DayFrame, openRangesOn } from '../../practice/rules/openings.ts';
import { openingFactsOf } from '../../practice/store/opening-facts.ts';

export type Frames = (practitionerId: PractitionerId, day: Day) => DayFrame;

const CLOSED: DayFrame = { open: [], absences: [], holiday: null };

/** What is open, day by day, for these practitioners from `from` to `to`, both included: read once, computed on demand. */
export const framesOf = (db: ReadDb, ids: readonly PractitionerId[], from: Day, to: Day): Frames => {
  const facts = openingFactsOf(db, ids, from, to);
  return (practitionerId, day) => {
    const of = facts.get(practitionerId);
    return of ? openRangesOn(day, of) : CLOSED;
  };
};
