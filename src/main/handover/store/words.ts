import type { HandoverWords } from '../../../contract/handover.ts';
import type { Day } from '../../../contract/time.ts';
import { get, type ReadDb, run, type WriteDb } from '../../core/db.ts';

export interface WordsRow extends HandoverWords {
  readonly day: Day;
}

/** Null until somebody writes some. */
export const words = (db: ReadDb): WordsRow | null =>
  get<WordsRow>(db, 'SELECT version, day, note, on_call AS onCall FROM handover_words WHERE id = 1') ?? null;

export const saveWords = (db: WriteDb, next: Omit<WordsRow, 'version'>): void => {
  run(
    db,
    `INSERT INTO handover_words (id, version, day, note, on_call) VALUES (1, 1, :day, :note, :onCall)
     ON CONFLICT (id) DO UPDATE SET version = version + 1, day = :day, note = :note, on_call = :onCall`,
    { ...next },
  );
};
