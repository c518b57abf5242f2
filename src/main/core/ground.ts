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
import { DeskError } from './errors.ts';
import { append, type Entry } from './journal.ts';
import type { FileKey } from './open-file.ts';

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

/** How another thread of this process opens the same file. */
export interface FileAccess {
  readonly database: string;
  readonly key: FileKey;
}

/** The pen is in other hands for a moment. Nothing was written: the same call may be made again after `penBack`. */
export class PenAway extends DeskError<'BUSY'> {
  constructor() {
    super('BUSY', { with: 'import' });
  }
}

export interface Ground {
  readonly db: ReadDb;
  readonly clock: Clock;
  /**
   * For a worker of this process: to read, and to write what nobody sees yet, a short transaction at a time. What anybody
   * sees is written with the pen. Null when nothing but this connection reaches the rows.
   */
  readonly file: FileAccess | null;
  /**
   * @param work done at once, without awaiting; called again by nobody: it may throw to take everything back
   * @throws PenAway while another thread writes
   */
  write<T>(call: Call, work: (tx: Tx) => T): T;
  /** @returns how to stop listening */
  onCommit(listener: (change: Committed) => void): () => void;
  /**
   * Hands the pen to another thread of this process, for a write that lasts seconds: a whole agenda taken over. It is
   * one transaction there; here everything is read as before, and writes wait (docs/adr/0041).
   * @param work answers once all is committed, or throws once nothing was
   * @throws PenAway when it is in other hands already
   */
  handPen<T extends { readonly committed: Committed | null }>(
    work: (file: FileAccess) => Promise<T>,
  ): Promise<T>;
  /** Resolves once the pen is here. */
  penBack(): Promise<void>;
  /** Told each time that the pen goes (true) or comes back (false). @returns how to stop listening */
  onPen(listener: (away: boolean) => void): () => void;
  /** Core's own bookkeeping, which the journal does not tell of: cursors. Areas have `write`. */
  readonly [unjournalled]: <T>(call: Call, work: (tx: Tx) => T) => T;
}

export const unjournalled: unique symbol = Symbol('unjournalled');

/** @param file for other threads; null when nothing but this connection reaches the rows */
export const createGround = (db: ReadDb, clock: Clock, file: FileAccess | null = null): Ground => {
  const commits = hearers<Committed>();
  const pen = hearers<boolean>();
  let away: Promise<void> | null = null;

  const transact = <T>(call: Call, work: (tx: Tx) => T, journalled: boolean): T => {
    // Inside another, it would be announced, and acknowledged, before the outer one commits.
    if (db.inTransaction) throw new Error('a write inside a write');
    if (away) throw new PenAway();
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
    if (seq > 0) commits.tell({ seq, entities: [...entities] });
    return result;
  };

  return {
    db,
    clock,
    file,
    write: (call, work) => transact(call, work, true),
    [unjournalled]: (call, work) => transact(call, work, false),
    onCommit: commits.add,
    handPen: async (work) => {
      if (!file) throw new Error('no other thread can open this file');
      if (away) throw new PenAway();
      const { promise, resolve } = Promise.withResolvers<void>();
      away = promise;
      pen.tell(true);
      let committed: Committed | null = null;
      try {
        const done = await work(file);
        committed = done.committed;
        return done;
      } finally {
        away = null;
        resolve();
        pen.tell(false);
        if (committed) commits.tell(committed);
      }
    },
    penBack: async () => {
      while (away) await away;
    },
    onPen: pen.add,
  };
};

interface Hearers<T> {
  readonly add: (hearer: (said: T) => void) => () => void;
  readonly tell: (said: T) => void;
}

const hearers = <T>(): Hearers<T> => {
  const all = new Set<(said: T) => void>();
  return {
    add: (hearer) => {
      all.add(hearer);
      return () => all.delete(hearer);
    },
    tell: (said) => {
      for (const hearer of all)
        try {
          hearer(said);
        } catch {
          // Committed is committed: whoever wrote must not be told otherwise because a listener stumbled.
        }
    },
  };
};

/** Since the connection was opened, triggers included. */
const rowsWritten = (db: ReadDb): number => get<{ n: number }>(db, 'SELECT total_changes() AS n')?.n ?? 0;
