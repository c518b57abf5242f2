/** Cards of freed places. A row keeps the time as it was freed; what of it is still to be had is computed (rules/freed.ts). */
import type { ClaimId, FreedSlotId, PractitionerId } from '../../../contract/ids.ts';
import type { SlotKind } from '../../../contract/practice.ts';
import type { Day, Instant, Interval, Minute } from '../../../contract/time.ts';
import type { WaitlistKind } from '../../../contract/waitlist.ts';
import type { FreedCause, FreedEnd } from '../../../contract/waitlist-offers.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

export interface FreedRow extends Interval {
  readonly id: FreedSlotId;
  readonly version: number;
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly kind: SlotKind;
  readonly serves: WaitlistKind;
  readonly cause: FreedCause;
  /** The journal entry that freed it. */
  readonly freedBy: number;
  readonly after: FreedSlotId | null;
  readonly raisedAt: Instant;
  readonly ended: FreedEnd | null;
  readonly endedAt: Instant | null;
  readonly endedBy: number | null;
}

const SELECT = `SELECT id, version, practitioner_id AS practitionerId, day, start_min AS start, end_min AS "end", kind, serves,
  cause, freed_by AS freedBy, after_slot AS after, raised_at AS raisedAt, ended, ended_at AS endedAt, ended_by AS endedBy
  FROM freed_slots`;

/** @throws DeskError NOT_FOUND */
export const freedSlotById = (db: ReadDb, id: FreedSlotId): FreedRow =>
  found(get<FreedRow>(db, `${SELECT} WHERE id = ?`, [id]), 'freed-slot');

/** The nearest first, from that day on. */
export const standingSlots = (db: ReadDb, from: Day): FreedRow[] =>
  all<FreedRow>(
    db,
    `${SELECT} WHERE ended IS NULL AND day >= ? ORDER BY day, start_min, practitioner_id, id`,
    [from],
  );

/** Those of one practitioner, on one day or on any. */
export const standingSlotsOf = (db: ReadDb, practitionerId: PractitionerId, from: Day, to: Day): FreedRow[] =>
  all<FreedRow>(
    db,
    `${SELECT} WHERE ended IS NULL AND day BETWEEN :from AND :to AND practitioner_id = :practitionerId ORDER BY day, start_min, id`,
    { practitionerId, from, to },
  );

/** Still to come that day, for the home strip; the follower keeps it right. */
export const countStanding = (db: ReadDb, today: Day, minute: Minute): number =>
  get<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM freed_slots WHERE ended IS NULL AND (day > :today OR (day = :today AND end_min > :minute))`,
    { today, minute },
  )?.n ?? 0;

export const slotsFreedBy = (db: ReadDb, seq: number): FreedRow[] =>
  all<FreedRow>(db, `${SELECT} WHERE freed_by = ? ORDER BY day, start_min, practitioner_id, id`, [seq]);

export const slotsEndedBy = (db: ReadDb, seq: number): FreedRow[] =>
  all<FreedRow>(db, `${SELECT} WHERE ended_by = ? ORDER BY id`, [seq]);

/** Freed before that entry, and ended since, where it had put somebody. The latest first. */
export const slotsEndedSince = (
  db: ReadDb,
  seq: number,
  at: Interval & Pick<FreedRow, 'practitionerId' | 'day'>,
): FreedRow[] =>
  all<FreedRow>(
    db,
    `${SELECT} WHERE ended_by > :seq AND freed_by < :seq AND practitioner_id = :practitionerId AND day = :day
       AND start_min < :end AND end_min > :start ORDER BY id DESC`,
    { seq, practitionerId: at.practitionerId, day: at.day, start: at.start, end: at.end },
  );

/** The last entry of the journal that put or kept one of these appointments where it is; null when none is named. */
export const lastTold = (db: ReadDb, claims: readonly ClaimId[]): number | null =>
  get<{ seq: number | null }>(
    db,
    `SELECT max(r.seq) AS seq FROM journal_rows r JOIN journal j USING (seq)
      WHERE r.entity = 'claim' AND r.entity_id IN (SELECT value FROM json_each(?)) AND j.action LIKE 'appointment.%'`,
    [JSON.stringify(claims)],
  )?.seq ?? null;

/** This card and those whose acceptance led to it, itself first. */
export const chainOf = (db: ReadDb, id: FreedSlotId): FreedSlotId[] =>
  all<{ id: FreedSlotId }>(
    db,
    `WITH RECURSIVE chain (id) AS (
       SELECT ? UNION SELECT s.after_slot FROM freed_slots s JOIN chain c ON c.id = s.id WHERE s.after_slot IS NOT NULL)
     SELECT id FROM chain ORDER BY id DESC`,
    [id],
  ).map((row) => row.id);

export type NewFreed = Omit<FreedRow, 'id' | 'version' | 'ended' | 'endedAt' | 'endedBy'>;

export const insertFreed = (db: WriteDb, draft: NewFreed): FreedRow => {
  const { id } = run(
    db,
    `INSERT INTO freed_slots (version, practitioner_id, day, start_min, end_min, kind, serves, cause, freed_by, after_slot,
       raised_at)
     VALUES (1, :practitionerId, :day, :start, :end, :kind, :serves, :cause, :freedBy, :after, :raisedAt)`,
    { ...draft },
  );
  return freedSlotById(db, id as FreedSlotId);
};

export type Ending = Pick<FreedRow, 'ended' | 'endedAt' | 'endedBy'>;

/** Ends a card, or (all null) lets it stand again. */
export const saveEnding = (db: WriteDb, id: FreedSlotId, ending: Ending): FreedRow => {
  run(
    db,
    `UPDATE freed_slots SET version = version + 1, ended = :ended, ended_at = :endedAt, ended_by = :endedBy WHERE id = :id`,
    { id, ...ending },
  );
  return freedSlotById(db, id);
};
