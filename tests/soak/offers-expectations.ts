/** What must hold of offers, holds and cards, whoever said what at the same moment and whatever was cut off. */
import type { Day, Instant } from '../../src/contract/time.ts';
import { all, get, type ReadDb } from '../../src/main/core/db.ts';

/** An act that the desk acknowledged: its journal says so for ever. */
export interface Told {
  readonly action: string;
  readonly entity: string;
  readonly id: number;
}

/** A time of a quarter of an hour that somebody was booked on when the round began. */
export interface Watched {
  readonly day: Day;
  readonly start: number;
}

export interface Looking {
  readonly now: Instant;
  readonly today: Day;
  readonly told: readonly Told[];
  readonly places: readonly Watched[];
}

/** @throws Error that says how many, and which first */
const expectNone = (db: ReadDb, what: string, sql: string, params: Record<string, string | number>): void => {
  const rows = all<Record<string, unknown>>(db, sql, params);
  if (rows.length > 0) throw new Error(`${rows.length} × ${what}: ${JSON.stringify(rows[0])}`);
};

const LIVE = `(status <> 'held' OR expires_at > :now)`;

const expectOnePlaceEach = (db: ReadDb, { now, today }: Looking): void => {
  expectNone(
    db,
    'two on the same time of a practitioner',
    `WITH live AS (SELECT * FROM occupied_time WHERE day >= :today AND ${LIVE})
     SELECT a.id, b.id AS other FROM live a JOIN live b ON a.practitioner_id = b.practitioner_id AND a.day = b.day
        AND a.id < b.id AND a.start_min < b.until_min AND b.start_min < a.until_min`,
    { now, today },
  );
  expectNone(
    db,
    'somebody at two places at once',
    `WITH live AS (SELECT * FROM claims WHERE day >= :today AND kind = 'appointment' AND status <> 'cancelled')
     SELECT a.id, b.id AS other FROM live a JOIN live b ON a.patient_id = b.patient_id AND a.day = b.day AND a.id < b.id
        AND a.start_min < b.end_min AND b.start_min < a.end_min`,
    { today },
  );
};

const expectOffers = (db: ReadDb): void => {
  expectNone(
    db,
    'an accepted offer without its one appointment',
    `SELECT o.id FROM waitlist_offers o LEFT JOIN claims c ON c.id = o.appointment_id AND c.kind = 'appointment'
      WHERE o.answer = 'accepted' AND c.id IS NULL`,
    {},
  );
  expectNone(
    db,
    'an appointment for which two offers were accepted',
    `SELECT appointment_id FROM waitlist_offers WHERE answer = 'accepted' GROUP BY appointment_id HAVING count(*) > 1`,
    {},
  );
  expectNone(
    db,
    'an entry that was served otherwise than by one accepted offer',
    `SELECT e.id FROM waitlist_entries e
      WHERE (e.ended IS 'accepted') <> (SELECT count(*) FROM waitlist_offers o WHERE o.entry_id = e.id AND o.answer = 'accepted')`,
    {},
  );
};

const expectHolds = (db: ReadDb, { now }: Looking): void => {
  expectNone(
    db,
    'an offer that stands without its hold',
    `SELECT o.id FROM waitlist_offers o LEFT JOIN claims c ON c.id = o.hold_id AND c.status = 'held'
        AND c.expires_at = o.expires_at AND c.start_min = o.start_min AND c.end_min = o.end_min
      WHERE o.answer IS NULL AND o.expires_at > :now AND c.id IS NULL`,
    { now },
  );
  expectNone(
    db,
    'a hold that nobody is offered',
    `SELECT c.id FROM claims c WHERE c.status = 'held'
        AND (SELECT count(*) FROM waitlist_offers o WHERE o.hold_id = c.id AND o.answer IS NULL) <> 1`,
    {},
  );
};

interface OnPlace {
  readonly booked: number;
  readonly standing: number;
  /** How the last card upon it ended, but for those whose freeing was taken back: they never were. */
  readonly last: string | null;
}

const onPlace = (db: ReadDb, { day, start }: Watched): OnPlace =>
  get<OnPlace>(
    db,
    `SELECT (SELECT count(*) FROM occupied_time WHERE practitioner_id = 1 AND day = :day AND status <> 'held'
               AND start_min < :end AND until_min > :start) AS booked,
            (SELECT count(*) FROM freed_slots WHERE practitioner_id = 1 AND day = :day AND ended IS NULL
               AND start_min <= :start AND end_min >= :end) AS standing,
            (SELECT ended FROM freed_slots WHERE practitioner_id = 1 AND day = :day
               AND start_min < :end AND end_min > :start
               AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.undoes = freed_slots.freed_by)
             ORDER BY id DESC LIMIT 1) AS last`,
    { day, start, end: start + 15 },
  ) ?? { booked: 0, standing: 0, last: null };

/** What became of a time, for whoever must find out why: numbers and words of the program only. */
const storyOf = (db: ReadDb, { day, start }: Watched): string =>
  all<{ told: string }>(
    db,
    `SELECT 'card ' || id || ' by ' || freed_by || ' ' || coalesce(ended, 'stands') || ' by ' || coalesce(ended_by, '-') AS told
       FROM freed_slots WHERE practitioner_id = 1 AND day = :day AND start_min < :end AND end_min > :start
     UNION ALL
     SELECT * FROM (SELECT seq || ' ' || action || coalesce(' of ' || undoes, '') FROM journal
       WHERE seq IN (SELECT seq FROM journal_rows r JOIN claims c ON r.entity = 'claim' AND r.entity_id = c.id
                      WHERE c.practitioner_id = 1 AND c.day = :day AND c.start_min = :start) ORDER BY seq)`,
    { day, start, end: start + 15 },
  )
    .map(({ told }) => told)
    .join('; ');

/** Once the journal has been read to its end: a time that came free has one card, one that is booked has none. */
const expectCards = (db: ReadDb, { today, places }: Looking): void => {
  expectNone(
    db,
    'two cards upon one time',
    `WITH cards AS (SELECT * FROM freed_slots WHERE ended IS NULL AND day >= :today)
     SELECT a.id, b.id AS other FROM cards a JOIN cards b ON a.practitioner_id = b.practitioner_id AND a.day = b.day
        AND a.id < b.id AND a.start_min < b.end_min AND b.start_min < a.end_min`,
    { today },
  );
  for (const place of places) {
    const { booked, standing, last } = onPlace(db, place);
    const expected = booked > 0 || last === 'left-free' ? 0 : 1;
    if (standing !== expected)
      throw new Error(
        `${standing} cards instead of ${expected} on ${place.day} at ${place.start} (${booked} booked, last ${last}): ${storyOf(db, place)}`,
      );
  }
};

const expectTold = (db: ReadDb, told: readonly Told[]): void => {
  for (const { action, entity, id } of told) {
    const row = get(
      db,
      `SELECT 1 FROM journal_rows r JOIN journal j USING (seq)
        WHERE r.entity = :entity AND r.entity_id = :id AND j.action = :action`,
      { entity, id, action },
    );
    if (!row)
      throw new Error(`${action} of ${entity} ${id} was acknowledged; the journal does not tell of it`);
  }
};

/** @throws Error that says what was lost, doubled or broken */
export const expectHeld = (db: ReadDb, looking: Looking): void => {
  expectTold(db, looking.told);
  expectOnePlaceEach(db, looking);
  expectOffers(db);
  expectHolds(db, looking);
  expectCards(db, looking);
};

/** Entries of the journal that nobody has looked at yet for what they freed. */
export const unread = (db: ReadDb): number =>
  get<{ n: number }>(
    db,
    `SELECT (SELECT max(seq) FROM journal) - (SELECT seq FROM cursors WHERE follower = 'freed-slots') AS n`,
  )?.n ?? 0;

/** The last offer that was made. */
export const lastOffer = (db: ReadDb): number =>
  get<{ id: number | null }>(db, 'SELECT max(id) AS id FROM waitlist_offers')?.id ?? 0;

/**
 * Places of offers whose time ran out without an answer.
 * @param after only of later offers: that one has run out is written down a moment later, and another round saw to those
 */
export const runOut = (
  db: ReadDb,
  { now, today }: Pick<Looking, 'now' | 'today'>,
  after: number,
): Watched[] =>
  all<Watched>(
    db,
    `SELECT c.day, c.start_min AS start FROM waitlist_offers o JOIN claims c ON c.id = o.hold_id
      WHERE o.answer IS NULL AND o.expires_at <= :now AND c.day >= :today AND o.id > :after ORDER BY o.id`,
    { now, today, after },
  );
