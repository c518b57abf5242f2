/**
 * Whoever must react to what happened (a freed place concerns the waitlist) follows the journal from a durable cursor.
 * The reaction and the cursor's step are one transaction: a kill at any moment loses nothing and doubles nothing.
 * Nothing is followed by listening to commits; a commit only says that there is something to read.
 */
import type { Actor, Call } from './actor.ts';
import { get, run } from './db.ts';
import { type Ground, PenAway, type Tx, unjournalled } from './ground.ts';
import { type JournalRecord, since } from './journal.ts';
import type { Log } from './log.ts';

/**
 * Called once for each entry, in order, inside the transaction that moves the cursor. It may write rows, with a journal
 * entry of its own; it is called for that entry too. If it throws, this entry and those after it wait for the next try.
 */
export type Reaction = (tx: Tx, record: JournalRecord) => void;

export interface Follower {
  /** Reads to the end of the journal now. For tests, and for whoever needs the reactions done before going on. */
  catchUp(): void;
  stop(): void;
}

/** Small enough that a booking never waits for a follower that starts far behind. */
const BATCH = 50;

/** @param name of the cursor: stable for ever, one reaction each */
export const follow = (ground: Ground, name: string, reaction: Reaction, log: Log): Follower => {
  const actor: Actor = { id: null, label: name, rights: [] };
  const call: Call = { actor, station: 'parvis' };
  let stopped = false;
  let scheduled = false;

  const cursor = (): number =>
    get<{ seq: number }>(ground.db, 'SELECT seq FROM cursors WHERE follower = ?', [name])?.seq ?? 0;

  /** @returns entries read; 0 at the end of the journal */
  const step = (count: number): number =>
    ground[unjournalled](call, (tx) => {
      const records = since(tx.db, cursor(), count);
      for (const record of records) reaction(tx, record);
      const last = records.at(-1);
      if (last)
        run(
          tx.db,
          'INSERT INTO cursors (follower, seq) VALUES (?, ?) ON CONFLICT (follower) DO UPDATE SET seq = excluded.seq',
          [name, last.seq],
        );
      return records.length;
    });

  const readOn = (count: number): void => {
    let read = 1;
    while (read > 0 && !stopped) read = step(count);
  };

  const catchUp = (): void => {
    try {
      readOn(BATCH);
    } catch {
      // One that fails must not take back those before it.
      readOn(1);
    }
  };

  const quietly = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      // Woken again when the pen is back.
      if (error instanceof PenAway) return;
      log.error('follower.failed', error, { follower: name, after: cursor() });
    }
  };

  /** A batch at a time, so that calls are answered in between. */
  const later = (): void => {
    if (scheduled || stopped) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      if (stopped || !ground.db.open) return;
      quietly(() => {
        try {
          if (step(BATCH) === BATCH) later();
        } catch {
          readOn(1);
        }
      });
    });
  };

  const unlisten = ground.onCommit(later);
  const unlistenPen = ground.onPen((away) => {
    if (!away) later();
  });
  later();
  return {
    catchUp,
    stop: () => {
      stopped = true;
      unlisten();
      unlistenPen();
    },
  };
};
