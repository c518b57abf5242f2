/** Entries of the two lists, as the journal keeps them. */
import type {
  ClaimId,
  PatientId,
  PractitionerId,
  RequestId,
  StaffId,
  WaitlistEntryId,
} from '../../../contract/ids.ts';
import type { Profession } from '../../../contract/professions.ts';
import type { ListWishes, RequestOrigin } from '../../../contract/requests.ts';
import type { Day, Instant, LocalNow } from '../../../contract/time.ts';
import type { EntryEnd, EntryState, WaitlistKind } from '../../../contract/waitlist.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

export interface EntryRow {
  readonly id: WaitlistEntryId;
  readonly version: number;
  readonly kind: WaitlistKind;
  readonly patientId: PatientId;
  readonly profession: Profession;
  readonly practitionerIds: PractitionerId[];
  readonly appointmentId: ClaimId | null;
  readonly wishes: ListWishes;
  readonly homeVisit: boolean;
  readonly stepFree: boolean;
  readonly origin: RequestOrigin;
  readonly requestId: RequestId | null;
  readonly since: Instant;
  readonly reconfirmBy: Day;
  readonly attempts: number;
  readonly lastAttemptAt: Instant | null;
  readonly cptsAgrees: boolean | null;
  readonly state: EntryState;
  readonly ended: EntryEnd | null;
  readonly closedAt: Instant | null;
  readonly closedBy: StaffId | null;
}

type Row = Omit<EntryRow, 'practitionerIds' | 'wishes' | 'homeVisit' | 'stepFree' | 'cptsAgrees'> & {
  practitionerIds: string;
  wishes: string;
  homeVisit: number;
  stepFree: number;
  cptsAgrees: number | null;
};

const SELECT = `SELECT e.id, e.version, e.kind, e.patient_id AS patientId, e.profession,
  (SELECT json_group_array(p.practitioner_id) FROM waitlist_entry_practitioners p WHERE p.entry_id = e.id)
    AS practitionerIds,
  e.appointment_id AS appointmentId, e.wishes, e.home_visit AS homeVisit, e.step_free AS stepFree, e.origin,
  e.request_id AS requestId, e.since, e.reconfirm_by AS reconfirmBy, e.attempts, e.last_attempt_at AS lastAttemptAt,
  e.cpts_agrees AS cptsAgrees, e.state, e.ended, e.closed_at AS closedAt, e.closed_by AS closedBy
  FROM waitlist_entries e`;

const toEntry = (row: Row): EntryRow => ({
  ...row,
  practitionerIds: JSON.parse(row.practitionerIds) as PractitionerId[],
  wishes: JSON.parse(row.wishes) as ListWishes,
  homeVisit: row.homeVisit === 1,
  stepFree: row.stepFree === 1,
  cptsAgrees: row.cptsAgrees === null ? null : row.cptsAgrees === 1,
});

/** Closed ones included. @throws DeskError NOT_FOUND */
export const entryById = (db: ReadDb, id: WaitlistEntryId): EntryRow =>
  toEntry(found(get<Row>(db, `${SELECT} WHERE e.id = ?`, [id]), 'waitlist-entry'));

/** Whoever waits or is unreachable, the longest first. */
export const openEntries = (db: ReadDb, kind: WaitlistKind, profession?: Profession): EntryRow[] =>
  all<Row>(
    db,
    `${SELECT} WHERE e.kind = :kind AND e.state <> 'closed'
       AND (:profession IS NULL OR e.profession = :profession) ORDER BY e.since, e.id`,
    { kind, profession: profession ?? null },
  ).map(toEntry);

/** All of these records', the earliest first. */
export const entriesOf = (db: ReadDb, records: readonly PatientId[]): EntryRow[] =>
  all<Row>(db, `${SELECT} WHERE e.patient_id IN (SELECT value FROM json_each(?)) ORDER BY e.id`, [
    JSON.stringify(records),
  ]).map(toEntry);

/** Whoever has waited on this appointment, closed ones included. */
export const entriesOnAppointment = (db: ReadDb, id: ClaimId): EntryRow[] =>
  all<Row>(db, `${SELECT} WHERE e.appointment_id = ? ORDER BY e.id`, [id]).map(toEntry);

/** Still open, although the appointment that stood has begun. */
export const overdueEarlier = (db: ReadDb, now: LocalNow): EntryRow[] =>
  all<Row>(
    db,
    `${SELECT} JOIN claims c ON c.id = e.appointment_id
      WHERE e.kind = 'earlier' AND e.state <> 'closed'
        AND (c.day < :day OR (c.day = :day AND c.start_min <= :minute)) ORDER BY e.id`,
    { day: now.day, minute: now.minute },
  ).map(toEntry);

export type NewEntry = Omit<EntryRow, 'id' | 'version'>;

const columns = (row: NewEntry) => ({
  ...row,
  wishes: JSON.stringify(row.wishes),
  homeVisit: row.homeVisit ? 1 : 0,
  stepFree: row.stepFree ? 1 : 0,
  cptsAgrees: row.cptsAgrees === null ? null : Number(row.cptsAgrees),
});

const savePractitioners = (
  db: WriteDb,
  id: WaitlistEntryId,
  practitioners: readonly PractitionerId[],
): void => {
  run(db, 'DELETE FROM waitlist_entry_practitioners WHERE entry_id = ?', [id]);
  for (const practitionerId of new Set(practitioners))
    run(db, 'INSERT INTO waitlist_entry_practitioners (entry_id, practitioner_id) VALUES (?, ?)', [
      id,
      practitionerId,
    ]);
};

export const insertEntry = (db: WriteDb, draft: NewEntry): EntryRow => {
  const { practitionerIds, ...row } = columns(draft);
  const id = run(
    db,
    `INSERT INTO waitlist_entries (version, kind, patient_id, profession, appointment_id, wishes, home_visit, step_free,
       origin, request_id, since, reconfirm_by, attempts, last_attempt_at, cpts_agrees, state, ended, closed_at, closed_by)
     VALUES (1, :kind, :patientId, :profession, :appointmentId, :wishes, :homeVisit, :stepFree, :origin, :requestId,
       :since, :reconfirmBy, :attempts, :lastAttemptAt, :cptsAgrees, :state, :ended, :closedAt, :closedBy)`,
    row,
  ).id as WaitlistEntryId;
  savePractitioners(db, id, practitionerIds);
  return entryById(db, id);
};

/** Writes the row whole, its version one higher. */
export const saveEntry = (db: WriteDb, next: EntryRow): EntryRow => {
  const { practitionerIds, ...row } = columns(next);
  run(
    db,
    `UPDATE waitlist_entries SET version = version + 1, patient_id = :patientId, profession = :profession,
       appointment_id = :appointmentId, wishes = :wishes, home_visit = :homeVisit, step_free = :stepFree, origin = :origin,
       request_id = :requestId, since = :since, reconfirm_by = :reconfirmBy, attempts = :attempts,
       last_attempt_at = :lastAttemptAt, cpts_agrees = :cptsAgrees, state = :state, ended = :ended,
       closed_at = :closedAt, closed_by = :closedBy WHERE id = :id`,
    { ...row, id: next.id },
  );
  savePractitioners(db, next.id, practitionerIds);
  return entryById(db, next.id);
};
