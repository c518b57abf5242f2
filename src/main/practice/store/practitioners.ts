import type { PractitionerId } from '../../../contract/ids.ts';
import type { Practitioner, PractitionerDraft } from '../../../contract/practice.ts';
import type { Profession } from '../../../contract/professions.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

type Row = Omit<Practitioner, 'active'> & { active: number };

const SELECT = `SELECT id, version, title, family_name AS familyName, given_name AS givenName, profession, rpps, colour,
  step, active, position FROM practitioners`;

const toPractitioner = (row: Row): Practitioner => ({ ...row, active: row.active === 1 });

/** In the order of the columns, those who have left included. */
export const practitioners = (db: ReadDb): Practitioner[] =>
  all<Row>(db, `${SELECT} ORDER BY position, family_name, id`).map(toPractitioner);

/** @throws DeskError NOT_FOUND */
export const practitioner = (db: ReadDb, id: PractitionerId): Practitioner =>
  toPractitioner(found(get<Row>(db, `${SELECT} WHERE id = ?`, [id]), 'practitioner'));

export interface FormerPractitioner {
  readonly code: string;
  readonly id: PractitionerId;
  readonly profession: Profession;
}

/** Those whom a former software knew, by the code that it gave: kept to recognise them at the next import. */
export const formerPractitioners = (db: ReadDb): FormerPractitioner[] =>
  all<FormerPractitioner>(
    db,
    'SELECT source_code AS code, id, profession FROM practitioners WHERE source_code IS NOT NULL',
  );

export const insertPractitioner = (
  db: WriteDb,
  draft: PractitionerDraft,
  sourceCode: string | null = null,
): Practitioner => {
  const { id } = run(
    db,
    `INSERT INTO practitioners (version, source_code, title, family_name, given_name, profession, rpps, colour, step,
       active, position)
     VALUES (1, :sourceCode, :title, :familyName, :givenName, :profession, :rpps, :colour, :step, :active, :position)`,
    { ...draft, active: draft.active ? 1 : 0, sourceCode },
  );
  return practitioner(db, id as PractitionerId);
};

export const updatePractitioner = (db: WriteDb, next: Practitioner): Practitioner => {
  run(
    db,
    `UPDATE practitioners SET version = version + 1, title = :title, family_name = :familyName,
       given_name = :givenName, profession = :profession, rpps = :rpps, colour = :colour, step = :step,
       active = :active, position = :position WHERE id = :id`,
    { ...next, active: next.active ? 1 : 0 },
  );
  return practitioner(db, next.id);
};

/** Recognises at the next import somebody whom the house had typed itself. What the house wrote stays. */
export const linkPractitioner = (db: WriteDb, id: PractitionerId, sourceCode: string): void => {
  run(db, 'UPDATE practitioners SET source_code = ? WHERE id = ?', [sourceCode, id]);
};
