import type { DecisionId, PatientId, PractitionerId } from '../../../contract/ids.ts';
import type { Decision } from '../../../contract/intake.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import { stepsOwed } from '../rules/decisions.ts';

type Row = Omit<Decision, 'knownPatient' | 'successor' | 'owed'> & {
  readonly knownPatient: number;
  readonly successor: 'house' | 'outside' | null;
  readonly successorId: PractitionerId | null;
};

const SELECT = `SELECT id, version, practitioner_id AS practitionerId, patient_id AS patientId, ground,
  decided_on AS decidedOn, known_patient AS knownPatient, patient_told_on AS patientToldOn, successor,
  successor_practitioner_id AS successorId, information_passed_on AS informationPassedOn, recorded_by AS recordedBy,
  recorded_at AS recordedAt, withdrawn_at AS withdrawnAt FROM practitioner_decisions`;

const toDecision = ({ knownPatient, successor, successorId, ...row }: Row): Decision => {
  const plain = {
    ...row,
    knownPatient: knownPatient === 1,
    successor:
      successorId !== null
        ? ({ kind: 'house', practitionerId: successorId } as const)
        : successor === 'outside'
          ? ({ kind: 'outside' } as const)
          : null,
  };
  return { ...plain, owed: stepsOwed(plain) };
};

/** @throws DeskError NOT_FOUND */
export const decision = (db: ReadDb, id: DecisionId): Decision =>
  toDecision(found(get<Row>(db, `${SELECT} WHERE id = ?`, [id]), 'decision'));

/** About a person under any of these records, the latest first. */
export const decisionsAbout = (db: ReadDb, records: readonly PatientId[]): Decision[] =>
  all<Row>(db, `${SELECT} WHERE patient_id IN (SELECT value FROM json_each(?)) ORDER BY id DESC`, [
    JSON.stringify(records),
  ]).map(toDecision);

export const insertDecision = (
  db: WriteDb,
  draft: Pick<
    Decision,
    'practitionerId' | 'patientId' | 'ground' | 'decidedOn' | 'knownPatient' | 'recordedBy' | 'recordedAt'
  >,
): Decision => {
  const { id } = run(
    db,
    `INSERT INTO practitioner_decisions (version, practitioner_id, patient_id, ground, decided_on, known_patient,
       recorded_by, recorded_at)
     VALUES (1, :practitionerId, :patientId, :ground, :decidedOn, :knownPatient, :recordedBy, :recordedAt)`,
    { ...draft, knownPatient: draft.knownPatient ? 1 : 0 },
  );
  return decision(db, id as DecisionId);
};

/** The hand-over and the withdrawal, its version one higher; what was decided stays as it was written. */
export const saveDecision = (db: WriteDb, next: Decision): Decision => {
  run(
    db,
    `UPDATE practitioner_decisions SET version = version + 1, patient_told_on = :patientToldOn,
       successor = :successor, successor_practitioner_id = :successorId,
       information_passed_on = :informationPassedOn, withdrawn_at = :withdrawnAt WHERE id = :id`,
    {
      id: next.id,
      patientToldOn: next.patientToldOn,
      successor: next.successor?.kind ?? null,
      successorId: next.successor?.kind === 'house' ? next.successor.practitionerId : null,
      informationPassedOn: next.informationPassedOn,
      withdrawnAt: next.withdrawnAt,
    },
  );
  return decision(db, next.id);
};
