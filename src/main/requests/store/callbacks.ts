import type { Callback, CallbackOutcome } from '../../../contract/callbacks.ts';
import type { PatientId, PractitionerId, RequestId } from '../../../contract/ids.ts';
import type { Instant } from '../../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import { summariesOf } from '../../patients/store.ts';
import { OWNED_BY_PRACTITIONER, OWNER_COLUMNS, type OwnerColumns, ownerColumns, ownerIn } from './owner.ts';

/** A call-back as the journal keeps it. */
export interface CallbackRow extends Omit<Callback, 'patient'> {
  readonly patientId: PatientId | null;
}

interface Columns extends Omit<CallbackRow, 'owner' | 'outcome' | 'answersProfessional'>, OwnerColumns {
  readonly answersProfessional: number;
  readonly outcome: CallbackOutcome['kind'] | null;
  readonly said: string | null;
}

const SELECT = `SELECT id, version, request_id AS requestId, patient_id AS patientId, caller_name AS callerName, phone,
  answers_professional AS answersProfessional, about, ${OWNER_COLUMNS}, due, opened_at AS openedAt, opened_by AS openedBy, attempts,
  last_attempt_at AS lastAttemptAt, closed_at AS closedAt, closed_by AS closedBy, outcome, said FROM callbacks`;

const outcomeIn = (kind: CallbackOutcome['kind'] | null, said: string | null): CallbackOutcome | null =>
  kind === null ? null : kind === 'kept' ? { kind, said: said ?? '' } : { kind };

const toRow = ({ ownerStaffId, ownerPractitionerId, outcome, said, ...row }: Columns): CallbackRow => ({
  ...row,
  answersProfessional: row.answersProfessional === 1,
  owner: ownerIn({ ownerStaffId, ownerPractitionerId }),
  outcome: outcomeIn(outcome, said),
});

const toColumns = ({ owner, outcome, ...row }: Omit<CallbackRow, 'id'>) => ({
  ...row,
  answersProfessional: Number(row.answersProfessional),
  ...ownerColumns(owner),
  outcome: outcome?.kind ?? null,
  said: outcome?.kind === 'kept' ? outcome.said : null,
});

/** @throws DeskError NOT_FOUND */
export const callbackById = (db: ReadDb, id: number): CallbackRow =>
  toRow(found(get<Columns>(db, `${SELECT} WHERE id = ?`, [id]), 'callback'));

/** Not kept yet, the earliest due first. */
export const openCallbacks = (db: ReadDb): CallbackRow[] =>
  all<Columns>(db, `${SELECT} WHERE closed_at IS NULL ORDER BY due, id`).map(toRow);

export const openCallbacksFor = (db: ReadDb, practitioner: PractitionerId): CallbackRow[] =>
  all<Columns>(db, `${SELECT} WHERE closed_at IS NULL AND ${OWNED_BY_PRACTITIONER} ORDER BY due, id`, {
    practitioner,
  }).map(toRow);

/** From `from` until before `to`, the latest first. */
export const callbacksClosedBetween = (db: ReadDb, from: Instant, to: Instant): CallbackRow[] =>
  all<Columns>(
    db,
    `${SELECT} WHERE closed_at >= :from AND closed_at < :to ORDER BY closed_at DESC, id DESC`,
    { from, to },
  ).map(toRow);

/** Under these records, or from these requests; the latest first. */
export const callbacksOf = (
  db: ReadDb,
  records: readonly PatientId[],
  requests: readonly RequestId[] = [],
): CallbackRow[] =>
  all<Columns>(
    db,
    `${SELECT} WHERE patient_id IN (SELECT value FROM json_each(:records))
        OR request_id IN (SELECT value FROM json_each(:requests)) ORDER BY opened_at DESC, id DESC`,
    { records: JSON.stringify(records), requests: JSON.stringify(requests) },
  ).map(toRow);

export interface WaitingCallbacks {
  readonly open: number;
  readonly late: number;
  readonly nextDue: Instant | null;
}

export const waitingCallbacks = (db: ReadDb, now: Instant): WaitingCallbacks =>
  found(
    get<WaitingCallbacks>(
      db,
      `SELECT count(*) AS open, count(*) FILTER (WHERE due < :now) AS late, min(due) AS nextDue
         FROM callbacks WHERE closed_at IS NULL`,
      { now },
    ),
    'callback',
  );

export const insertCallback = (db: WriteDb, draft: Omit<CallbackRow, 'id' | 'version'>): CallbackRow => {
  const { id } = run(
    db,
    `INSERT INTO callbacks (version, request_id, patient_id, caller_name, phone, answers_professional, about,
       owner_staff_id, owner_practitioner_id, due, opened_at, opened_by, attempts, last_attempt_at, closed_at, closed_by, outcome, said)
     VALUES (:version, :requestId, :patientId, :callerName, :phone, :answersProfessional, :about, :ownerStaffId,
       :ownerPractitionerId, :due, :openedAt, :openedBy, :attempts, :lastAttemptAt, :closedAt, :closedBy, :outcome, :said)`,
    toColumns({ ...draft, version: 1 }),
  );
  return callbackById(db, id);
};

/** Writes the row whole, its version one higher. Who promised it, and when, stays. */
export const saveCallback = (db: WriteDb, next: CallbackRow): CallbackRow => {
  run(
    db,
    `UPDATE callbacks SET version = version + 1, patient_id = :patientId, caller_name = :callerName, phone = :phone,
       about = :about, owner_staff_id = :ownerStaffId, owner_practitioner_id = :ownerPractitionerId, due = :due,
       attempts = :attempts, last_attempt_at = :lastAttemptAt, closed_at = :closedAt, closed_by = :closedBy,
       outcome = :outcome, said = :said WHERE id = :id`,
    { ...toColumns(next), id: next.id },
  );
  return callbackById(db, next.id);
};

/** As screens see them, each with the person's line. */
export const toCallbacks = (db: ReadDb, rows: readonly CallbackRow[]): Callback[] => {
  const people = summariesOf(
    db,
    rows.flatMap((row) => row.patientId ?? []),
  );
  return rows.map(({ patientId, ...row }) => ({
    ...row,
    patient: patientId === null ? null : (people.get(patientId) ?? null),
  }));
};

export const toCallback = (db: ReadDb, row: CallbackRow): Callback =>
  found(toCallbacks(db, [row])[0], 'callback');
