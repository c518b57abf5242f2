/** Who occupies which minutes: read through the view that the triggers use as well. */
import type { ClaimId, PractitionerId } from '../../../contract/ids.ts';
import type { Day, Instant, Interval } from '../../../contract/time.ts';
import { all, type ReadDb } from '../../core/db.ts';

export interface OccupiedTime {
  on(practitionerId: PractitionerId, day: Day): readonly Interval[];
}

/** A hold whose time has passed takes nothing; neither does a claim that is being moved. */
const STANDS = `id <> :ignoring AND (status <> 'held' OR expires_at > :now)`;

/** Start and end in one number: a quarter of the rows' cost is making objects of them. */
const PACK = 2048;

const unpack = (packed: string): Interval[] =>
  packed.split(',').map((text) => {
    const number = Number(text);
    return { start: Math.floor(number / PACK), end: number % PACK };
  });

/**
 * Time taken from `from` to `to`, both included, by everybody: one statement, answered by the index alone, one row a
 * practitioner and day.
 * @param ignoring a claim whose own time counts as free (moving it)
 */
export const occupiedBetween = (
  db: ReadDb,
  from: Day,
  to: Day,
  now: Instant,
  ignoring: ClaimId | null,
): OccupiedTime => {
  return occupiedWhere(db, STANDS, { from, to, now, ignoring: ignoring ?? 0 });
};

/** The same without holds: what stands whatever is being offered to whom. */
export const bookedBetween = (db: ReadDb, from: Day, to: Day): OccupiedTime =>
  occupiedWhere(db, `status <> 'held'`, { from, to });

const occupiedWhere = (db: ReadDb, where: string, params: Record<string, string | number>): OccupiedTime => {
  const rows = all<{ practitionerId: PractitionerId; day: Day; packed: string }>(
    db,
    `SELECT day, practitioner_id AS practitionerId, group_concat(start_min * ${PACK} + until_min) AS packed
       FROM occupied_time WHERE day BETWEEN :from AND :to AND ${where} GROUP BY day, practitioner_id`,
    params,
  );
  const packedOn = new Map(rows.map((row) => [`${row.day} ${row.practitionerId}`, row.packed]));
  return {
    on: (practitionerId, day) => {
      const packed = packedOn.get(`${day} ${practitionerId}`);
      return packed === undefined ? [] : unpack(packed);
    },
  };
};

/** Who stands in the way of this time, in the order of the day. */
export const standingIn = (
  db: ReadDb,
  at: Interval & { readonly practitionerId: PractitionerId; readonly day: Day },
  now: Instant,
  ignoring: ClaimId | null,
): ClaimId[] =>
  all<{ id: ClaimId }>(
    db,
    `SELECT id FROM occupied_time
      WHERE day = :day AND practitioner_id = :practitionerId AND start_min < :end AND until_min > :start AND ${STANDS}
      ORDER BY start_min, id`,
    {
      day: at.day,
      practitionerId: at.practitionerId,
      start: at.start,
      end: at.end,
      now,
      ignoring: ignoring ?? 0,
    },
  ).map((row) => row.id);
