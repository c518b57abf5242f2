/** Merged records: pointers, where their chains end, and who answers for whom. */
import type { PatientId } from '../../../contract/ids.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';

/** The live record that answers for this one: itself, unless it was merged. Undefined for an id that does not exist, or was erased. */
export const survivorOf = (db: ReadDb, id: number): PatientId | undefined =>
  get<{ id: PatientId }>(
    db,
    'SELECT coalesce(survivor_id, id) AS id FROM patients WHERE id = ? AND erased_at IS NULL',
    [id],
  )?.id;

/**
 * Every record of the person that this one belongs to, the survivor first: what an area above joins its rows on.
 * Empty for an id that does not exist.
 */
export const recordsOf = (db: ReadDb, id: number): PatientId[] => {
  const survivor = survivorOf(db, id);
  if (survivor === undefined) return [];
  const merged = all<{ id: PatientId }>(db, 'SELECT id FROM patients WHERE survivor_id = ? ORDER BY id', [
    survivor,
  ]);
  return [survivor, ...merged.map((row) => row.id)];
};

/** Records whose pointer names this one: the last step of each chain that ends or passes here. */
export const pointingAt = (db: ReadDb, id: number): PatientId[] => {
  const survivor = survivorOf(db, id);
  return all<{ id: PatientId }>(
    db,
    'SELECT id FROM patients WHERE survivor_id = ? AND merged_into = ? ORDER BY id',
    [survivor ?? 0, id],
  ).map((row) => row.id);
};

/** Sets or clears a record's pointer; `resolveSurvivors` must follow. */
export const setPointer = (db: WriteDb, id: number, into: number | null): void => {
  run(
    db,
    'UPDATE patients SET version = version + 1, merged_into = :into, survivor_id = :into WHERE id = :id',
    {
      id,
      into,
    },
  );
};

/** Follows the pointers of these records to their end and writes it down. The service has refused cycles. */
export const resolveSurvivors = (db: WriteDb, ids: readonly number[]): void => {
  for (const id of ids)
    run(
      db,
      `UPDATE patients SET survivor_id = (
         WITH RECURSIVE chain (id, merged_into) AS (
           SELECT p.id, p.merged_into FROM patients p WHERE p.id = :id
           UNION ALL SELECT p.id, p.merged_into FROM patients p JOIN chain ON p.id = chain.merged_into)
         SELECT id FROM chain WHERE merged_into IS NULL)
       WHERE id = :id AND merged_into IS NOT NULL`,
      { id },
    );
};
