/**
 * The ground that every area stands on: one connection, one way to read, one way to write.
 *
 * `write` is one immediate transaction. It refuses to commit rows that no journal entry tells of, and it announces
 * what changed only after the commit. The announcement is a hint for screens; whoever needs certainty reads the
 * journal from a durable cursor.
 */
import type { Instant } from '../../contract/time.ts';
import type { Call } from './actor.ts';
import type { ReadDb, WriteDb } from './db.ts';
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
  write<T>(call: Call, work: (tx: Tx) => T): T;
  /** @returns how to stop listening */
  onCommit(listener: (change: Committed) => void): () => void;
}

export const createGround = (db: ReadDb, clock: Clock): Ground => {
  const listeners = new Set<(change: Committed) => void>();
  return {
    db,
    clock,
    write: (call, work) => {
      const committed: { seq: number; entities: Set<string> } = { seq: 0, entities: new Set() };
      const before = totalChanges(db);
      const result = db
        .transaction(() => {
          const now = clock.now();
          const tx: Tx = {
            db: db as WriteDb,
            call,
            now,
            record: (entry) => {
              committed.seq = append(db as WriteDb, call, now, entry);
              for (const row of entry.rows) committed.entities.add(row.entity);
              return committed.seq;
            },
          };
          const value = work(tx);
          if (committed.seq === 0 && totalChanges(db) !== before)
            throw new Error('rows were written without a journal entry');
          return value;
        })
        .immediate();
      if (committed.seq > 0) {
        const change = { seq: committed.seq, entities: [...committed.entities] };
        for (const listener of listeners) listener(change);
      }
      return result;
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const totalChanges = (db: ReadDb): number =>
  (db.prepare('SELECT total_changes() AS n').get() as { n: number }).n;
