import type { AppointmentTypeId } from '../../../contract/ids.ts';
import type { AppointmentType, AppointmentTypeDraft } from '../../../contract/practice.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

type Row = Omit<AppointmentType, 'active'> & { active: number };

const SELECT = `SELECT id, version, profession, practitioner_id AS practitionerId, name, minutes, colour, instruction,
  kind, active, position FROM appointment_types`;

const toType = (row: Row): AppointmentType => ({ ...row, active: row.active === 1 });

/** Those no longer in use included: appointments of the past still name them. */
export const appointmentTypes = (db: ReadDb): AppointmentType[] =>
  all<Row>(db, `${SELECT} ORDER BY profession IS NULL, profession, practitioner_id, position, name, id`).map(
    toType,
  );

/** @throws DeskError NOT_FOUND */
export const appointmentType = (db: ReadDb, id: AppointmentTypeId): AppointmentType =>
  toType(found(get<Row>(db, `${SELECT} WHERE id = ?`, [id]), 'appointment-type'));

export const insertAppointmentType = (db: WriteDb, draft: AppointmentTypeDraft): AppointmentType => {
  const { id } = run(
    db,
    `INSERT INTO appointment_types (version, profession, practitioner_id, name, minutes, colour, instruction, kind,
       active, position)
     VALUES (1, :profession, :practitionerId, :name, :minutes, :colour, :instruction, :kind, :active, :position)`,
    { ...draft, active: draft.active ? 1 : 0 },
  );
  return appointmentType(db, id as AppointmentTypeId);
};

export const updateAppointmentType = (db: WriteDb, next: AppointmentType): AppointmentType => {
  run(
    db,
    `UPDATE appointment_types SET version = version + 1, profession = :profession, practitioner_id = :practitionerId,
       name = :name, minutes = :minutes, colour = :colour, instruction = :instruction, kind = :kind, active = :active,
       position = :position WHERE id = :id`,
    { ...next, active: next.active ? 1 : 0 },
  );
  return appointmentType(db, next.id);
};
