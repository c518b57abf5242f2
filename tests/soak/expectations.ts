/** What must hold after each kill, and the follower whose work is part of it. */
import { all, get, type ReadDb, run } from '../../src/main/core/db.ts';
import { type Follower, follow } from '../../src/main/core/follow.ts';
import type { Ground } from '../../src/main/core/ground.ts';
import { verifyChain } from '../../src/main/core/journal-check.ts';
import type { Log } from '../../src/main/core/log.ts';

export interface Acknowledged {
  readonly id: number;
  readonly practitionerId: number;
  readonly day: string;
  readonly start: number;
  readonly patientId: number;
  /** Which place of `placeAt` it was. */
  readonly n: number;
}

const FOLLOWER = 'soak';

/** A reaction that fails must fail the soak, not be tried again quietly. */
const loud: Log = {
  info: () => {},
  error: (event, error) => {
    throw new Error(`${event}: ${error instanceof Error ? error.message : String(error)}`);
  },
};

/**
 * Counts each booking once, and writes an entry of its own for every seventh: a reaction that reacts twice breaks the
 * table's rule, one that never reacts leaves a gap.
 */
export const followBookings = (ground: Ground): Follower => {
  ground.db.exec('CREATE TABLE IF NOT EXISTS soak_heard (seq INTEGER PRIMARY KEY) STRICT');
  return follow(
    ground,
    FOLLOWER,
    (tx, record) => {
      if (record.action !== 'appointment.booked') return;
      run(tx.db, 'INSERT INTO soak_heard (seq) VALUES (?)', [record.seq]);
      if (record.seq % 7 === 0)
        tx.record({ action: 'soak.noticed', rows: [{ entity: 'journal', id: record.seq }] });
    },
    loud,
  );
};

export interface Found {
  /** Appointments in the file, acknowledged or not. */
  readonly appointments: number;
  readonly journal: number;
  /** Entries that the follower had not read yet when the desk was killed. */
  readonly behind: number;
}

/** @throws Error that says what was lost, doubled or broken */
export const expectAllKept = (ground: Ground, acknowledged: readonly Acknowledged[]): Found => {
  const { db } = ground;
  expectSound(db);
  for (const said of acknowledged) {
    const row = get<Omit<Acknowledged, 'n'> & { status: string }>(
      db,
      `SELECT id, practitioner_id AS practitionerId, day, start_min AS start, patient_id AS patientId, status
       FROM claims WHERE id = ?`,
      [said.id],
    );
    const { n: _, ...expected } = said;
    if (JSON.stringify(row) !== JSON.stringify({ ...expected, status: 'booked' }))
      throw new Error(`appointment ${said.id} was acknowledged; the file says ${JSON.stringify(row)}`);
  }
  const appointments = count(db, 'SELECT count(*) AS n FROM claims');
  const told = count(db, "SELECT count(*) AS n FROM journal WHERE action = 'appointment.booked'");
  if (appointments !== told)
    throw new Error(`${appointments} appointments, ${told} entries that tell of them`);
  const twice = all(
    db,
    'SELECT 1 FROM claims WHERE practitioner_id <> 4 GROUP BY practitioner_id, day, start_min HAVING count(*) > 1',
  );
  if (twice.length > 0) throw new Error(`${twice.length} places were given twice`);
  return {
    appointments,
    journal: count(db, 'SELECT count(*) AS n FROM journal'),
    behind: expectFollowed(ground),
  };
};

export const expectSound = (db: ReadDb): void => {
  const verdict = db.pragma('integrity_check') as { integrity_check: string }[];
  if (verdict[0]?.integrity_check !== 'ok') throw new Error(`integrity_check: ${JSON.stringify(verdict)}`);
  const orphans = db.pragma('foreign_key_check') as unknown[];
  if (orphans.length > 0) throw new Error(`foreign_key_check: ${orphans.length} rows`);
  const chain = verifyChain(db);
  if (!chain.ok) throw new Error(`the journal does not hold at ${chain.seq}: ${chain.why}`);
};

/** What the follower has done is exactly what its cursor says; then it catches up, and has done everything once. */
const expectFollowed = (ground: Ground): number => {
  const { db } = ground;
  const follower = followBookings(ground);
  const cursor = get<{ seq: number }>(db, 'SELECT seq FROM cursors WHERE follower = ?', [FOLLOWER])?.seq ?? 0;
  const end = count(db, 'SELECT coalesce(max(seq), 0) AS n FROM journal');
  expectHeard(db, cursor);
  follower.catchUp();
  expectHeard(db, Number.MAX_SAFE_INTEGER);
  follower.stop();
  return end - cursor;
};

const expectHeard = (db: ReadDb, upTo: number): void => {
  const missed = count(
    db,
    `SELECT count(*) AS n FROM journal j WHERE j.action = 'appointment.booked' AND j.seq <= ?
       AND NOT EXISTS (SELECT 1 FROM soak_heard h WHERE h.seq = j.seq)`,
    [upTo],
  );
  const early = count(db, 'SELECT count(*) AS n FROM soak_heard WHERE seq > ?', [upTo]);
  const unsaid = count(
    db,
    `SELECT count(*) AS n FROM soak_heard h WHERE h.seq % 7 = 0 AND NOT EXISTS (
       SELECT 1 FROM journal_rows r JOIN journal j USING (seq)
       WHERE r.entity = 'journal' AND r.entity_id = h.seq AND j.action = 'soak.noticed')`,
  );
  const said = count(db, "SELECT count(*) AS n FROM journal WHERE action = 'soak.noticed'");
  const due = count(db, 'SELECT count(*) AS n FROM soak_heard WHERE seq % 7 = 0');
  if (missed > 0 || early > 0 || unsaid > 0 || said !== due)
    throw new Error(
      `follower: ${missed} missed, ${early} ahead of its cursor, ${unsaid} unsaid, ${said}/${due}`,
    );
};

const count = (db: ReadDb, sql: string, params: readonly number[] = []): number =>
  get<{ n: number }>(db, sql, params)?.n ?? 0;
