import type { StaffId, TextVersionId } from '../../contract/ids.ts';
import type { TextKey, TextVersion } from '../../contract/texts.ts';
import type { Instant } from '../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../core/db.ts';

const SELECT =
  'SELECT id, text_key AS key, content AS text, origin, written_by AS by, written_at AS at FROM text_versions';

/** What was only noted because somebody was told it is no decision of the house. */
const DECIDED = `origin <> 'told'`;

/** The last version of each text that has one. */
export const latestVersions = (db: ReadDb): ReadonlyMap<TextKey, TextVersion> =>
  new Map(
    all<TextVersion>(
      db,
      `${SELECT} WHERE id IN (SELECT max(id) FROM text_versions WHERE ${DECIDED} GROUP BY text_key)`,
    ).map((version) => [version.key, version]),
  );

export const latestVersion = (db: ReadDb, key: TextKey): TextVersion | null =>
  get<TextVersion>(db, `${SELECT} WHERE text_key = ? AND ${DECIDED} ORDER BY id DESC LIMIT 1`, [key]) ?? null;

/** Newest first. */
export const versionsOf = (db: ReadDb, key: TextKey): TextVersion[] =>
  all<TextVersion>(db, `${SELECT} WHERE text_key = ? AND ${DECIDED} ORDER BY id DESC`, [key]);

/** Null for an id that does not exist, or that is another text's. */
export const versionOf = (db: ReadDb, key: TextKey, id: TextVersionId): TextVersion | null =>
  get<TextVersion>(db, `${SELECT} WHERE text_key = ? AND id = ?`, [key, id]) ?? null;

/** Parvis's own wording as it was already noted, whoever took it back or was told it. */
export const notedDefault = (db: ReadDb, key: TextKey, text: string): TextVersionId | null =>
  get<{ id: TextVersionId }>(
    db,
    `SELECT id FROM text_versions WHERE text_key = ? AND content = ? AND origin <> 'house' ORDER BY id LIMIT 1`,
    [key, text],
  )?.id ?? null;

export const insertVersion = (
  db: WriteDb,
  version: {
    readonly key: TextKey;
    readonly text: string;
    readonly origin: TextVersion['origin'] | 'told';
    readonly by: StaffId | null;
    readonly at: Instant;
  },
): TextVersionId => {
  const { id } = run(
    db,
    `INSERT INTO text_versions (text_key, content, origin, written_by, written_at)
     VALUES (:key, :text, :origin, :by, :at)`,
    version,
  );
  return id as TextVersionId;
};
