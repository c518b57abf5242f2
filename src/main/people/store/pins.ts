import type { StaffId } from '../../../contract/ids.ts';
import type { Seating } from '../../../contract/people.ts';
import type { Instant } from '../../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

/** What is kept of a PIN. */
export interface PinHash {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

export interface Pin extends PinHash {
  /** Wrong in a row. */
  readonly tries: number;
  readonly waitMs: number;
}

export const pinOf = (db: ReadDb, staffId: StaffId): Pin | null =>
  get<Pin>(
    db,
    `SELECT salt, hash, cost, block_size AS blockSize, parallelization, tries, wait_ms AS waitMs
       FROM staff_pins WHERE staff_id = ?`,
    [staffId],
  ) ?? null;

export const savePin = (db: WriteDb, staffId: StaffId, pin: PinHash, now: Instant): void => {
  run(
    db,
    `INSERT INTO staff_pins (staff_id, salt, hash, cost, block_size, parallelization, set_at)
     VALUES (:staffId, :salt, :hash, :cost, :blockSize, :parallelization, :now)
     ON CONFLICT (staff_id) DO UPDATE SET salt = :salt, hash = :hash, cost = :cost, block_size = :blockSize,
       parallelization = :parallelization, set_at = :now, tries = 0, wait_ms = 0`,
    { ...pin, staffId, now },
  );
};

export const removePin = (db: WriteDb, staffId: StaffId): void => {
  run(db, 'DELETE FROM staff_pins WHERE staff_id = ?', [staffId]);
};

export const countTry = (db: WriteDb, staffId: StaffId, tries: number, waitMs: number): void => {
  run(db, 'UPDATE staff_pins SET tries = ?, wait_ms = ? WHERE staff_id = ?', [tries, waitMs, staffId]);
};

export const forgetTries = (db: WriteDb, staffId: StaffId): void => countTry(db, staffId, 0, 0);

type Row = Omit<Seating, 'withPin' | 'pinRequired'> & { readonly pinRequired: number };

export const seating = (db: ReadDb): Seating => {
  const row = found(
    get<Row>(
      db,
      'SELECT version, lock_minutes AS lockMinutes, pin_required AS pinRequired FROM seating WHERE id = 1',
    ),
    'seating',
  );
  const withPin = all<{ id: StaffId }>(db, 'SELECT staff_id AS id FROM staff_pins ORDER BY staff_id');
  return { ...row, pinRequired: row.pinRequired === 1, withPin: withPin.map(({ id }) => id) };
};

export const saveSeating = (
  db: WriteDb,
  { lockMinutes, pinRequired }: Pick<Seating, 'lockMinutes' | 'pinRequired'>,
): Seating => {
  run(db, 'UPDATE seating SET version = version + 1, lock_minutes = ?, pin_required = ? WHERE id = 1', [
    lockMinutes,
    pinRequired ? 1 : 0,
  ]);
  return seating(db);
};

/** Her initials alone do not seat her. */
export const needsPin = (db: ReadDb, staffId: StaffId): boolean =>
  get(
    db,
    `SELECT 1 AS yes WHERE EXISTS (SELECT 1 FROM staff_pins WHERE staff_id = ?)
        OR (SELECT pin_required FROM seating WHERE id = 1) = 1`,
    [staffId],
  ) !== undefined;

/** Does somebody else's account, with a PIN, speak for this practitioner? */
export const isGuarded = (db: ReadDb, practitionerId: number, except: StaffId | null): boolean =>
  get(
    db,
    `SELECT 1 AS yes FROM staff s JOIN staff_pins p ON p.staff_id = s.id
      WHERE s.practitioner_id = ? AND s.active = 1 AND s.id IS NOT ?`,
    [practitionerId, except],
  ) !== undefined;
