/**
 * Seeing is an act too: opening a patient's page, reading the journal. One line a person, a desk and a thing seen in half
 * an hour: a page that is come back to during one call, or asked again because somebody else changed it, says nothing new,
 * and a hundred such lines would hide the one that matters (docs/spec/journal.md).
 */
import type { Call } from './actor.ts';
import { get, type ReadDb } from './db.ts';
import { type Ground, PenAway } from './ground.ts';
import type { RowRef } from './journal.ts';

export const SEEN_AGAIN_MS = 30 * 60_000;

/**
 * The row that a seen page is written about. Beside `patient`: seeing changes nothing that a screen would ask again, a list
 * would follow, or Ctrl+Z would have to respect.
 */
export const pageOf = (id: number): RowRef => ({ entity: 'patient-page', id });

export interface Seen {
  readonly action: string;
  /** The first tells one thing seen from another. */
  readonly rows: readonly [RowRef, ...RowRef[]];
  readonly after?: unknown;
}

/** Writes nothing when the same was written a moment ago. While an import holds the pen it is written afterwards. */
export const noteSeen = (ground: Ground, call: Call, seen: Seen): void => {
  const { db, clock } = ground;
  const last = lastSeen(db, call, seen);
  // Either way: a clock that is put right must neither silence this for months nor write it at each look.
  if (last !== undefined && Math.abs(clock.now() - last) < SEEN_AGAIN_MS) return;
  try {
    ground.write(call, (tx) => tx.record({ action: seen.action, rows: seen.rows, after: seen.after }));
  } catch (error) {
    if (!(error instanceof PenAway)) throw error;
    void ground
      .penBack()
      .then(() => noteSeen(ground, call, seen))
      .catch(() => {});
  }
};

const lastSeen = (db: ReadDb, { actor, station }: Call, { action, rows: [row] }: Seen): number | undefined =>
  get<{ at: number }>(
    db,
    `SELECT j.at FROM journal_rows r JOIN journal j USING (seq)
     WHERE r.entity = :entity AND r.entity_id = :id AND j.action = :action AND j.actor_id IS :actor
       AND j.station = :station
     ORDER BY r.seq DESC LIMIT 1`,
    { entity: row.entity, id: row.id, action, actor: actor.id, station },
  )?.at;
