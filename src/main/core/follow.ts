/**
 * Whoever must react to what happened (a freed place concerns the waitlist) follows the journal from a durable cursor.
 * The reaction and the cursor's step are one transaction: a kill at any moment loses nothing and doubles nothing.
 * Nothing is followed by listening to commits; a commit only says that there is something to read.
 */
import type { Actor, Call } from './actor.ts';
import { get, type ReadDb, run } from './db.ts';
import { type Ground, PenAway, type Tx, unjournalled } from './ground.ts';
import { actionsSince, type JournalRecord, recordAt, since } from './journal.ts';
import type { Log } from './log.ts';

/**
 * Called once for each entry, in order, inside the transaction that moves the cursor. It may write rows, with a journal
 * entry of its own; it is called for that entry too. If it throws, this entry and those after it wait for the next try.
 */
export type Reaction = (tx: Tx, record: JournalRecord) => void;

/** By its action alone: whatever does not concern a follower is not even read. */
export type Concerns = (action: string) => boolean;

export interface Follower {
  /** Reads to the end of the journal now. For tests, and for whoever needs the reactions done before going on. */
  catchUp(): void;
  stop(): void;
}

/** Small enough that a booking never waits for a follower that starts far behind. */
const BATCH = 50;

/** Actions looked at in one go, of which at most a batch is read. */
const GLANCE = 2_000;

/** So many that do not concern it are glanced at again rather than noted: no booking costs a write more. */
const UNCONCERNED = 200;

/**
 * @param name of the cursor: stable for ever, one reaction each
 * @param concerns which entries the reaction is called for; all, if left out
 */
export const follow = (
  ground: Ground,
  name: string,
  reaction: Reaction,
  log: Log,
  concerns?: Concerns,
): Follower => {
  const actor: Actor = { id: null, label: name, rights: [] };
  const call: Call = { actor, station: 'parvis' };
  let stopped = false;
  let scheduled = false;

  const cursor = (): number =>
    get<{ seq: number }>(ground.db, 'SELECT seq FROM cursors WHERE follower = ?', [name])?.seq ?? 0;

  const moveTo = (tx: Tx, seq: number): void => {
    run(
      tx.db,
      'INSERT INTO cursors (follower, seq) VALUES (?, ?) ON CONFLICT (follower) DO UPDATE SET seq = excluded.seq',
      [name, seq],
    );
  };

  const step = (count: number): Ahead =>
    ground[unjournalled](call, (tx) => {
      const ahead = lookAhead(tx.db, cursor(), count, concerns);
      for (const record of ahead.records) reaction(tx, record);
      if (ahead.upTo !== null) moveTo(tx, ahead.upTo);
      return ahead;
    });

  /** To the end, what the reactions write themselves included. */
  const readOn = (count: number): void => {
    while (!stopped && step(count).upTo !== null);
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
          if (step(BATCH).more) later();
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

interface Ahead {
  readonly records: readonly JournalRecord[];
  /** Where the cursor goes; null: it may stay. */
  readonly upTo: number | null;
  readonly more: boolean;
}

const everything = (db: ReadDb, after: number, count: number): Ahead => {
  const records = since(db, after, count);
  return { records, upTo: records.at(-1)?.seq ?? null, more: records.length === count };
};

const lookAhead = (db: ReadDb, after: number, count: number, concerns: Concerns | undefined): Ahead => {
  if (concerns === undefined) return everything(db, after, count);
  const glance = actionsSince(db, after, GLANCE);
  const concerned = glance.filter(({ action }) => concerns(action)).slice(0, count);
  const full = concerned.length === count;
  const worthNoting = concerned.length > 0 || glance.length >= UNCONCERNED;
  return {
    records: concerned.map(({ seq }) => recordAt(db, seq)),
    upTo: worthNoting ? ((full ? concerned : glance).at(-1)?.seq ?? null) : null,
    more: full || glance.length === GLANCE,
  };
};
