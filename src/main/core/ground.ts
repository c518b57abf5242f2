/**
 * The ground that every area stands on: one connection, one way to read, one way to write.
 *
 * `write` is one immediate transaction. It refuses to commit rows that no journal entry tells of, and it announces
 * what changed only after the commit. The announcement is a hint for screens; whoever needs certainty reads the
 * journal from a durable cursor (follow.ts).
 */
import type { Instant } from '../../contract/time.ts';
import type { Call } from './actor.ts';
import { get, type ReadDb, type WriteDb } from './db.ts';
import { append, type Entry } from './journal.ts';

export interface Clock {
  /** UTC milliseconds. */
  now(): Instant;
}

export interface Tx {
  readonly db: WriteDb;
  readonly call: Call;
  readonly now: Instant;
  /** Writes the journal entry of what this transaction does. @returns its sequence number */
  record(entry: Entry): number;
}

export interface Committed {
  readonly seq: number;
  readonly entities: readonly string[];
}

export interface Ground {
  readonly db: ReadDb;
  readonly clock: Clock;
  /** @param work done at once, without awaiting; called again by nobody: it may throw to take everything back */
  write<T>(call: Call, work: (tx: Tx) => T): T;
  /** @returns how to stop listening */
  onCommit(listener: (change: Committed) => void): () => void;
  /** Core's own bookkeeping, which the journal does not tell of: cursors. Areas have `write`. */
  readonly [unjournalled]: <T>(call: Call, work: (tx: Tx) => T) => T;
}

export const unjournalled: unique symbol = Symbol('unjournalled');

export const createGround = (db: ReadDb, clock: Clock): Ground => {
  const listeners = new Set<(change: Committed) => void>();

  const announce = (change: Committed): void => {
    for (const listener of listeners)
      try {
        listener(change);
      } catch {
        // Committed is committed: whoever wrote must not be told otherwise because a listener stumbled.
      }
  };

  const transact = <T>(call: Call, work: (tx: Tx) => T, journalled: boolean): T => {
    // Inside another, it would be announced, and acknowledged, before the outer one commits.
    if (db.inTransaction) throw new Error('a write inside a write');
    let seq = 0;
    const entities = new Set<string>();
    const before = rowsWritten(db);
    const result = db
      .transaction(() => {
        const now = clock.now();
        const tx: Tx = {
          db: db as WriteDb,
          call,
          now,
          record: (entry) => {
            seq = append(db as WriteDb, call, now, entry);
            for (const row of entry.rows) entities.add(row.entity);
            return seq;
          },
        };
        const value = work(tx);
        if (journalled && seq === 0 && rowsWritten(db) !== before)
          throw new Error('rows were written without a journal entry');
        return value;
      })
      .immediate();
    if (seq > 0) announce({ seq, entities: [...entities] });
    return result;
  };

  return {
    db,
    clock,
    write: (call, work) => transact(call, work, true),
    [unjournalled]: (call, work) => transact(call, work, false),
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Since the connection was opened, triggers included. */
const rowsWritten = (db: ReadDb): number => get<{ n: number }>(db, 'SELECT total_changes() AS n')?.n ?? 0;
