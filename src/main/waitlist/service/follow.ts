/**
 * The lists keep up with requests, appointments and merged records by reading the journal. What a request closed towards a
 * list before there were entries comes in with its date the first time.
 */
import type { ClaimId, PatientId } from '../../../contract/ids.ts';
import type { Concerns, Reaction } from '../../core/follow.ts';
import type { Tx } from '../../core/ground.ts';
import type { JournalRecord } from '../../core/journal.ts';
import { survivorOf } from '../../patients/store.ts';
import { type EntryRow, entriesOnAppointment, overdueEarlier } from '../store/entries.ts';
import { reconcilePerson } from './reconcile.ts';
import { wallNow } from './shared.ts';

/** Of the cursor: for ever. */
export const ENTRIES = 'waitlist-entries';

const OF_APPOINTMENTS = /^appointment\.(?:moved|cancelled|status|booked\.undone)/;

/** A booking concerns nobody's place by itself: the request that it closes tells of it. */
export const concernsEntries: Concerns = (action) =>
  action.startsWith('request.') ||
  action === 'patient.merged' ||
  action === 'patient.unmerged' ||
  // What she had asked may have been settled while she was off the list.
  action === 'waitlist.closed.undone' ||
  OF_APPOINTMENTS.test(action);

const idsOf = (record: JournalRecord, entity: string): number[] =>
  record.rows.filter((row) => row.entity === entity).map(({ id }) => id);

/** A request may have been about somebody else before. */
const wasAbout = ({ before }: JournalRecord): number[] => {
  const id = (before as { readonly patientId?: number | null } | null)?.patientId;
  return typeof id === 'number' ? [id] : [];
};

const peopleIn = (tx: Tx, record: JournalRecord): number[] =>
  OF_APPOINTMENTS.test(record.action)
    ? idsOf(record, 'claim')
        .flatMap((id) => entriesOnAppointment(tx.db, id as ClaimId))
        .map(({ patientId }) => patientId)
    : [...idsOf(record, 'patient'), ...wasAbout(record)];

/** Nobody says that an appointment has begun: whoever waited for a sooner one is let go with whatever happens next. */
const letGo = (tx: Tx): EntryRow[] => overdueEarlier(tx.db, wallNow(tx.db, tx.now));

export const entriesReaction: Reaction = (tx, record) => {
  const people = peopleIn(tx, record);
  if (record.action.startsWith('request.')) people.push(...letGo(tx).map(({ patientId }) => patientId));
  const persons = new Set(people.flatMap((id) => survivorOf(tx.db, id) ?? []));
  for (const person of persons) reconcilePerson(tx, person as PatientId);
};
