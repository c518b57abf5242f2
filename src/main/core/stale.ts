/** Two people may edit the same row: whoever saves second is told what changed meanwhile, and nothing is lost. */
import type { ReadDb } from './db.ts';
import { fail } from './errors.ts';
import { historyOf } from './journal.ts';

interface Versioned {
  readonly id: number;
  readonly version: number;
}

const isVersion = (value: unknown, version: number): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'version' in value && value.version === version;

/** Names of the fields whose values differ, `id` and `version` aside. */
export const changedFields = (before: object, after: object): string[] => {
  const a = before as Record<string, unknown>;
  const b = after as Record<string, unknown>;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => key !== 'version' && key !== 'id' && JSON.stringify(a[key]) !== JSON.stringify(b[key]))
    .sort();
};

/**
 * Refuses a save that was prepared on an older version of `current`. The fields named are those that others changed
 * since, as the journal tells; where its contents were erased, those that differ from what was `sent`.
 * @throws DeskError STALE_VERSION
 */
export const refuseStale = (db: ReadDb, entity: string, current: Versioned, sent: Versioned): void => {
  if (current.version === sent.version) return;
  const read = historyOf(db, { entity, id: current.id })
    .map((record) => record.before)
    .find((before) => isVersion(before, sent.version));
  const common = Object.fromEntries(Object.entries(current).filter(([key]) => key in sent));
  fail('STALE_VERSION', {
    version: current.version,
    changed: changedFields(read ?? sent, read ? current : common),
  });
};
