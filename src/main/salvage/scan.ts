/**
 * Reads what can be read of a table of which pages are destroyed. SQLite stops at the first page that does not decrypt:
 * the reading goes on behind it, found by asking for one row after a number, and another.
 */
import Database from 'better-sqlite3';
import type { ReadDb } from '../core/db.ts';

/** Rows held at a time. A reading is never left open while something else is read: a fault of one would end the other. */
const SLICE = 200;
/** Numbers tried one by one: more than the rows of one page. Beyond, a whole branch is gone, and the steps double. */
const ONE_BY_ONE = 300;
const LAST = 2 ** 40;

export const isDamage = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(error.code);

/** @returns null for what stands on a page that is gone */
export const ifReadable = <T>(work: () => T): { readonly value: T } | null => {
  try {
    return { value: work() };
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
};

interface Numbered {
  readonly id: number;
}

const slice = <R extends Numbered>(
  statement: Database.Statement,
  from: number,
): { readonly rows: R[]; readonly broken: boolean } => {
  const rows: R[] = [];
  // What was read before the page that is gone counts.
  const done = ifReadable(() => {
    for (const row of statement.iterate({ from, most: SLICE })) rows.push(row as R);
  });
  return { rows, broken: done === null };
};

/** @returns the first number behind the hole from which the table can be read again; null when there is none */
const beyond = (statement: Database.Statement, hole: number): number | null => {
  const isReadable = (from: number): boolean => ifReadable(() => statement.get({ from, most: 1 })) !== null;
  let broken = hole;
  for (let at = hole + 1, step = 1; at < LAST; at += step) {
    if (isReadable(at)) {
      let readable = at;
      while (readable - broken > 1) {
        const middle = Math.floor((broken + readable) / 2);
        if (isReadable(middle)) readable = middle;
        else broken = middle;
      }
      return readable;
    }
    broken = at;
    if (at - hole > ONE_BY_ONE) step *= 2;
  }
  return null;
};

/**
 * Every row that can be read, once, in the order of the numbers.
 * @param select up to its table's name, with a column `id` @param onHole called at each place that cannot be read
 */
export function* readable<R extends Numbered>(
  db: ReadDb,
  select: string,
  onHole: () => void,
): Generator<R, void, void> {
  const statement = db.prepare(`${select} WHERE id >= :from ORDER BY id LIMIT :most`);
  for (let from = 0; ; ) {
    const { rows, broken } = slice<R>(statement, from);
    yield* rows;
    const next = (rows.at(-1)?.id ?? from - 1) + 1;
    if (!broken && rows.length < SLICE) return;
    if (!broken) from = next;
    else {
      onHole();
      const found = beyond(statement, next);
      if (found === null) return;
      from = found;
    }
  }
}
