import type { PractitionerId } from '../../../contract/ids.ts';
import { type Day, type Instant, localNow } from '../../../contract/time.ts';
import type { ReserveState } from '../../../contract/unscheduled.ts';
import type { ReadDb } from '../../core/db.ts';
import { type DayFrame, openRangesOn } from '../../practice/rules/openings.ts';
import { reserveStateOn, unsaidRule, withReserve } from '../../practice/rules/reserve.ts';
import { housesZone } from '../../practice/store/house.ts';
import { openingFactsOf } from '../../practice/store/opening-facts.ts';
import { reserveRules, unscheduledSettings } from '../../practice/store/reserve.ts';
import { releasedByHand } from '../store/releases.ts';

export type Frames = (practitionerId: PractitionerId, day: Day) => DayFrame;

const CLOSED: DayFrame = { open: [], absences: [], holiday: null };

/**
 * What each practitioner has set apart and open, day by day, from `from` to `to`, both included, whatever has become of
 * the reserve since: read once, computed on demand.
 */
export const givenFramesOf = (db: ReadDb, ids: readonly PractitionerId[], from: Day, to: Day): Frames => {
  const facts = openingFactsOf(db, ids, from, to);
  return (practitionerId, day) => {
    const of = facts.get(practitionerId);
    return of ? openRangesOn(day, of) : CLOSED;
  };
};

/** How each one's reserve stands at `now`, for any day of that span. */
export const reserveStatesOf = (
  db: ReadDb,
  from: Day,
  to: Day,
  now: Instant,
): ((practitionerId: PractitionerId, day: Day) => ReserveState) => {
  const { releaseAt } = unscheduledSettings(db);
  const rules = reserveRules(db);
  const wall = localNow(now, housesZone(db));
  const byHand = releasedByHand(db, from, to);
  return (practitionerId, day) =>
    reserveStateOn(day, wall, {
      rule: rules.get(practitionerId) ?? unsaidRule(practitionerId),
      releaseAt,
      byHand: byHand(practitionerId, day),
    });
};

/** What is open at `now`: the same, with the reserve that was released as ordinary time. */
export const framesOf = (
  db: ReadDb,
  ids: readonly PractitionerId[],
  from: Day,
  to: Day,
  now: Instant,
): Frames => {
  const given = givenFramesOf(db, ids, from, to);
  const states = reserveStatesOf(db, from, to, now);
  return (practitionerId, day) => {
    const frame = given(practitionerId, day);
    return { ...frame, open: withReserve(frame.open, states(practitionerId, day)) };
  };
};
