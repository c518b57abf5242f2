/**
 * What erasing does to each table. Rows that somebody counts stay, with day, duration, practitioner, state, reason and
 * outcome; whatever names the person, or was said in free words, goes. Every statement may be said twice.
 */
import type { Instant } from '../../../contract/time.ts';
import { run, type WriteDb } from '../../core/db.ts';
import type { Erasure } from '../../core/erasures.ts';
import { eraseRecord, eraseRecordWords } from '../../patients/store.ts';
import { type Ids, paramsOf } from './subject.ts';

/** Where the schema wants a word. */
export const ERASED_WORDS = '(effacé)';
/** Where it wants a number to ring: of nobody. */
const NO_PHONE = '+000000';

const IN = (column: string, ids: string): string => `${column} IN (SELECT value FROM json_each(:${ids}))`;

const on = (db: WriteDb, ids: Ids, sql: string): void => {
  run(db, sql, { ...paramsOf(ids, sql), ...(sql.includes(':erased') ? { erased: ERASED_WORDS } : {}) });
};

const NOTE = (column: string): string =>
  `${column} = iif(${column} IS NULL, NULL, json_set(${column}, '$.note', NULL))`;

const CLAIM_WORDS = `UPDATE claims SET version = version + 1, comment = NULL, cancel_reason = NULL,
  overbooked_reason = iif(overbooked_reason IS NULL, NULL, :erased) WHERE ${IN('id', 'claims')}`;
const REQUEST_WORDS = `UPDATE requests SET version = version + 1, wish = NULL, said = iif(said IS NULL, NULL, :erased),
  ${NOTE('list_wishes')} WHERE ${IN('id', 'requests')}`;
const CALLBACK_WORDS = `UPDATE callbacks SET version = version + 1, about = NULL, said = iif(said IS NULL, NULL, :erased)
  WHERE ${IN('id', 'callbacks')}`;

/** As the night wrote it down, name and all: what the line became says what is left to know. */
const LINE_WORDS = `UPDATE return_lines SET version = version + 1, typed = '', cells = '{}'
  WHERE ${IN('request_id', 'requests')} OR ${IN('callback_id', 'callbacks')} OR ${IN('claim_id', 'claims')}`;

/** The same of lines that became nothing of anybody's: set aside. */
export const eraseLineWords = (db: WriteDb, lines: readonly number[]): void => {
  run(
    db,
    `UPDATE return_lines SET version = version + 1, typed = '', cells = '{}'
      WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(lines)],
  );
};

const WORDS = [CLAIM_WORDS, REQUEST_WORDS, CALLBACK_WORDS, LINE_WORDS] as const;

const NAMES = [
  // A professional who is in the directory stays a professional; her name as typed here goes.
  `UPDATE requests SET caller_name = NULL, professional = iif(professional_entry_id IS NULL, NULL, :erased)
    WHERE ${IN('id', 'requests')}`,
  `UPDATE callbacks SET caller_name = iif(answers_professional = 1, :erased, NULL),
     phone = iif(answers_professional = 1 OR patient_id IS NULL, '${NO_PHONE}', NULL) WHERE ${IN('id', 'callbacks')}`,
  `DELETE FROM import_rows WHERE entity = 'claim' AND ${IN('row_id', 'claims')}`,
  `UPDATE claims SET source_code = NULL WHERE ${IN('id', 'claims')}`,
  `UPDATE waitlist_entries SET version = version + 1, ${NOTE('wishes')} WHERE ${IN('id', 'entries')}`,
  `UPDATE waitlist_offers SET version = version + 1, sentence = :erased WHERE ${IN('id', 'offers')}`,
  `DELETE FROM criteria WHERE ${IN('patient_id', 'patients')}`,
  `DELETE FROM legal_holds WHERE ${IN('patient_id', 'patients')}`,
] as const;

/** Everything that names her, and every word. */
export const eraseWhole = (db: WriteDb, ids: Ids, now: Instant): void => {
  for (const sql of [...WORDS, ...NAMES]) on(db, ids, sql);
  for (const id of ids.patients) eraseRecord(db, id, now);
};

/** Words alone, of these rows; with a record, its note too. */
export const eraseWords = (db: WriteDb, ids: Ids): void => {
  for (const sql of WORDS) on(db, ids, sql);
  for (const id of ids.patients) eraseRecordWords(db, id);
};

/** Written down for a copy that takes the file's place. */
export const noteErasure = (db: WriteDb, { entity, rowId, rowAt }: Erasure, now: Instant): void => {
  run(db, 'INSERT OR IGNORE INTO erasures (entity, row_id, row_at, erased_at) VALUES (?, ?, ?, ?)', [
    entity,
    rowId,
    rowAt,
    now,
  ]);
};
