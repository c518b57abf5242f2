/** Who occupies which minutes: read through the view that the triggers use as well. */
import type { ClaimId, PractitionerId } from '../../../contract/ids.ts';
import type { Day, Instant, Interval } from '../../../contract/time.ts';
import { all, type ReadDb } from '../../core/db.ts';

export interface Occupied extends Interval {
  readonly id: ClaimId;
}

interface Row extends Occupied {
  readonly practitionerId: PractitionerId;
  readonly day: Day;
}

export interface OccupiedTime {
  on(practitionerId: PractitionerId, day: Day): readonly Occupied[];
}

/**
 * Time taken from `from` to `to`, both included, by everybody: one statement, answered by the index alone. A hold whose
 * time has passed takes nothing.
 * @param ignoring a claim whose own time counts as free (moving it)
 */
export const occupiedBetween = (
  db: ReadDb,
  from: Day,
  to: Day,
  now: Instant,
  ignoring: ClaimId | null,
): OccupiedTime => {
  const rows = all<Row>(
    db,
    `SELECT id, practitioner_id AS practitionerId, day, start_min AS start, until_min AS "end" FROM occupied_time
      WHERE day BETWEEN :from AND :to AND id <> :ignoring AND (status <> 'held' OR expires_at > :now)`,
    { from, to, now, ignoring: ignoring ?? 0 },
  );
  const byDay = new Map<Day, Map<PractitionerId, Row[]>>();
  for (const row of rows) {
    const people = byDay.get(row.day) ?? new Map<PractitionerId, Row[]>();
    if (people.size === 0) byDay.set(row.day, people);
    const list = people.get(row.practitionerId);
    if (list) list.push(row);
    else people.set(row.practitionerId, [row]);
  }
  return { on: (practitionerId, day) => byDay.get(day)?.get(practitionerId) ?? [] };
};
