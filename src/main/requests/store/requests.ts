import type { PatientId, PractitionerId } from '../../../contract/ids.ts';
import type { DeskRequest, RequestMessage } from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import { summariesOf } from '../../patients/store.ts';
import { OUTCOME_COLUMNS, type OutcomeColumns, outcomeColumns, outcomeIn } from './outcome.ts';
import { OWNED_BY_PRACTITIONER, OWNER_COLUMNS, type OwnerColumns, ownerColumns, ownerIn } from './owner.ts';

/** A request as the journal keeps it: the person by record, as it was written. */
export interface RequestRow extends Omit<DeskRequest, 'patient'> {
  readonly patientId: PatientId | null;
}

type Plain = Pick<
  RequestRow,
  | 'id'
  | 'version'
  | 'nature'
  | 'origin'
  | 'professional'
  | 'professionalEntryId'
  | 'patientId'
  | 'callerName'
  | 'practitionerId'
  | 'profession'
  | 'wish'
  | 'due'
  | 'continues'
  | 'openedAt'
  | 'openedBy'
  | 'closedAt'
  | 'closedBy'
>;

interface Columns extends Plain, OwnerColumns, OutcomeColumns {
  readonly patientAgrees: number | null;
  readonly messageKind: RequestMessage['kind'] | null;
  readonly messageUrgent: number | null;
}

const SELECT = `SELECT id, version, nature, origin, professional,
  professional_entry_id AS professionalEntryId, patient_agrees AS patientAgrees, patient_id AS patientId, caller_name AS callerName, practitioner_id AS practitionerId, profession,
  message_kind AS messageKind, message_urgent AS messageUrgent, wish, ${OWNER_COLUMNS}, due, continues,
  opened_at AS openedAt, opened_by AS openedBy, closed_at AS closedAt, closed_by AS closedBy, ${OUTCOME_COLUMNS}
  FROM requests`;

const toRow = (row: Columns): RequestRow => ({
  id: row.id,
  version: row.version,
  nature: row.nature,
  origin: row.origin,
  professional: row.professional,
  professionalEntryId: row.professionalEntryId,
  patientAgrees: row.patientAgrees === null ? null : row.patientAgrees === 1,
  patientId: row.patientId,
  callerName: row.callerName,
  practitionerId: row.practitionerId,
  profession: row.profession,
  message: row.messageKind === null ? null : { kind: row.messageKind, urgent: row.messageUrgent === 1 },
  wish: row.wish,
  owner: ownerIn(row),
  due: row.due,
  continues: row.continues,
  openedAt: row.openedAt,
  openedBy: row.openedBy,
  closedAt: row.closedAt,
  closedBy: row.closedBy,
  outcome: outcomeIn(row),
});

const bit = (value: boolean | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

const toColumns = ({ patientAgrees, message, owner, outcome, ...plain }: Omit<RequestRow, 'id'>) => ({
  ...plain,
  patientAgrees: bit(patientAgrees),
  messageKind: message?.kind ?? null,
  messageUrgent: bit(message?.urgent),
  ...ownerColumns(owner),
  ...outcomeColumns(outcome),
});

/** @throws DeskError NOT_FOUND */
export const requestById = (db: ReadDb, id: number): RequestRow =>
  toRow(found(get<Columns>(db, `${SELECT} WHERE id = ?`, [id]), 'request'));

/** The open ones, the earliest due first. */
export const openRequests = (db: ReadDb): RequestRow[] =>
  all<Columns>(db, `${SELECT} WHERE closed_at IS NULL ORDER BY due, id`).map(toRow);

/** The open ones that one practitioner answers for, and messages for her. */
export const openRequestsFor = (db: ReadDb, practitioner: PractitionerId): RequestRow[] =>
  all<Columns>(
    db,
    `${SELECT} WHERE closed_at IS NULL
       AND (${OWNED_BY_PRACTITIONER} OR (nature = 'message' AND practitioner_id = :practitioner))
     ORDER BY due, id`,
    { practitioner },
  ).map(toRow);

/** Everything asked under these records, the latest first. */
export const requestsOf = (db: ReadDb, records: readonly PatientId[]): RequestRow[] =>
  all<Columns>(
    db,
    `${SELECT} WHERE patient_id IN (SELECT value FROM json_each(?)) ORDER BY opened_at DESC, id DESC`,
    [JSON.stringify(records)],
  ).map(toRow);

export interface WaitingRequests {
  readonly open: number;
  readonly late: number;
  readonly oldest: Instant | null;
}

export const waitingRequests = (db: ReadDb, now: Instant): WaitingRequests =>
  found(
    get<WaitingRequests>(
      db,
      `SELECT count(*) AS open, count(*) FILTER (WHERE due < :now) AS late, min(opened_at) AS oldest
         FROM requests WHERE closed_at IS NULL`,
      { now },
    ),
    'request',
  );

export const insertRequest = (db: WriteDb, draft: Omit<RequestRow, 'id' | 'version'>): RequestRow => {
  const { id } = run(
    db,
    `INSERT INTO requests (version, nature, origin, professional, professional_entry_id, patient_agrees, patient_id,
       caller_name, practitioner_id, profession, message_kind, message_urgent, wish, owner_staff_id, owner_practitioner_id, due,
       continues, opened_at, opened_by, closed_at, closed_by, outcome, appointment_id, list_profession, list_wishes,
       redirected_to, redirected_practitioner_id, redirected_label, callback_id, said, unresolved_reason)
     VALUES (:version, :nature, :origin, :professional, :professionalEntryId, :patientAgrees, :patientId,
       :callerName, :practitionerId, :profession, :messageKind, :messageUrgent, :wish, :ownerStaffId, :ownerPractitionerId, :due, :continues,
       :openedAt, :openedBy, :closedAt, :closedBy, :outcome, :appointmentId, :listProfession, :listWishes,
       :redirectedTo, :redirectedPractitionerId, :redirectedLabel, :callbackId, :said, :unresolvedReason)`,
    toColumns({ ...draft, version: 1 }),
  );
  return requestById(db, id);
};

/** Writes the row whole, its version one higher. Who opened it, and when, stays. */
export const saveRequest = (db: WriteDb, next: RequestRow): RequestRow => {
  run(
    db,
    `UPDATE requests SET version = version + 1, nature = :nature, origin = :origin, professional = :professional,
       professional_entry_id = :professionalEntryId, patient_agrees = :patientAgrees, patient_id = :patientId, caller_name = :callerName,
       practitioner_id = :practitionerId, profession = :profession, message_kind = :messageKind,
       message_urgent = :messageUrgent, wish = :wish, owner_staff_id = :ownerStaffId,
       owner_practitioner_id = :ownerPractitionerId, due = :due, continues = :continues, closed_at = :closedAt,
       closed_by = :closedBy, outcome = :outcome, appointment_id = :appointmentId, list_profession = :listProfession,
       list_wishes = :listWishes, redirected_to = :redirectedTo, redirected_practitioner_id = :redirectedPractitionerId,
       redirected_label = :redirectedLabel, callback_id = :callbackId, said = :said,
       unresolved_reason = :unresolvedReason
     WHERE id = :id`,
    { ...toColumns(next), id: next.id },
  );
  return requestById(db, next.id);
};

/** As screens see them, each with the person's line. */
export const toRequests = (db: ReadDb, rows: readonly RequestRow[]): DeskRequest[] => {
  const people = summariesOf(
    db,
    rows.flatMap((row) => row.patientId ?? []),
  );
  return rows.map(({ patientId, ...row }) => ({
    ...row,
    patient: patientId === null ? null : (people.get(patientId) ?? null),
  }));
};

export const toRequest = (db: ReadDb, row: RequestRow): DeskRequest =>
  found(toRequests(db, [row])[0], 'request');
