import type { PractitionerId, StaffId } from '../../contract/ids.ts';
import type { Staff, StaffDraft } from '../../contract/people.ts';
import { REFERENTS, rightsOf } from '../../contract/rights.ts';
import type { Actor } from '../core/actor.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../core/db.ts';
import { found } from '../core/errors.ts';

type Row = Omit<Staff, 'active'> & { active: number };

const SELECT =
  'SELECT id, version, initials, name, role, practitioner_id AS practitionerId, active FROM staff';

const toStaff = (row: Row): Staff => ({ ...row, active: row.active === 1 });

/** Active first, then by initials. */
export const allStaff = (db: ReadDb): Staff[] =>
  all<Row>(db, `${SELECT} ORDER BY active DESC, initials, id`).map(toStaff);

/** @throws DeskError NOT_FOUND */
export const staff = (db: ReadDb, id: StaffId): Staff =>
  toStaff(found(get<Row>(db, `${SELECT} WHERE id = ?`, [id]), 'staff'));

/** Who acts, with what the role allows; null for somebody unknown or who has left. */
export const actorOf = (db: ReadDb, id: StaffId): Actor | null => {
  const row = get<Row>(db, `${SELECT} WHERE id = ? AND active = 1`, [id]);
  if (row === undefined) return null;
  const rights = rightsOf[row.role];
  // A house from before there were référents, or that has lost its last: reception makes the next one.
  const governs = row.role === 'reception' && !hasReferent(db);
  return { id: row.id, label: row.initials, rights: governs ? [...rights, ...REFERENTS] : rights };
};

const hasReferent = (db: ReadDb): boolean =>
  get(db, "SELECT 1 AS there FROM staff WHERE role = 'coordinator' AND active = 1") !== undefined;

/** The practitioner as whom somebody sits at the desk; null for reception and référents. */
export const practitionerSeated = (db: ReadDb, id: StaffId): PractitionerId | null => {
  const { role, practitionerId } = staff(db, id);
  return role === 'practitioner' ? practitionerId : null;
};

/** The areas stand side by side: this one only needs to know that the practitioner is there. */
export const practitionerExists = (db: ReadDb, id: PractitionerId): boolean =>
  get(db, 'SELECT 1 AS there FROM practitioners WHERE id = ?', [id]) !== undefined;

export const insertStaff = (db: WriteDb, draft: StaffDraft): Staff => {
  const { id } = run(
    db,
    `INSERT INTO staff (version, initials, name, role, practitioner_id, active)
     VALUES (1, :initials, :name, :role, :practitionerId, :active)`,
    { ...draft, active: draft.active ? 1 : 0 },
  );
  return staff(db, id as StaffId);
};

export const updateStaff = (db: WriteDb, next: Staff): Staff => {
  run(
    db,
    `UPDATE staff SET version = version + 1, initials = :initials, name = :name, role = :role,
       practitioner_id = :practitionerId, active = :active WHERE id = :id`,
    { ...next, active: next.active ? 1 : 0 },
  );
  return staff(db, next.id);
};
