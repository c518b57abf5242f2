/** Brings one person's entries in step with what she asked, within the transaction that reads the journal. */
import type { ClaimId, PatientId } from '../../../contract/ids.ts';
import type { Profession } from '../../../contract/professions.ts';
import { appointment } from '../../agenda/store/appointments.ts';
import type { ReadDb } from '../../core/db.ts';
import type { Tx } from '../../core/ground.ts';
import { historyOf } from '../../core/journal.ts';
import { recordsOf, summariesOf } from '../../patients/store.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import type { ListOutcome } from '../../requests/rules/lists.ts';
import { requestById } from '../../requests/service.ts';
import { requestsOf } from '../../requests/store/requests.ts';
import { type Change, type Held, reconcile, type Wait } from '../rules/reconcile.ts';
import { type EntryRow, entriesOf, insertEntry, saveEntry } from '../store/entries.ts';
import { reconfirmFrom, rowsOf, stillToCome, wallNow } from './shared.ts';

type HeldRow = EntryRow & Held;

/** When it was last said by hand; null for what a request put there. */
const byHandAt = (db: ReadDb, row: EntryRow): number | null => {
  if (row.state === 'closed' && row.requestId !== null) return null;
  const said = historyOf(db, { entity: 'waitlist-entry', id: row.id }).findLast(
    ({ action, after }) =>
      action === 'waitlist.added' ||
      (action === 'waitlist.reopened' && (after as EntryRow | null)?.requestId === null),
  );
  return said?.at ?? null;
};

export const professionOfAppointment = (db: ReadDb, id: ClaimId): Profession =>
  practitioner(db, appointment(db, id).practitionerId).profession;

/** What a wish on a list says of an entry. */
const wished = (db: ReadDb, outcome: ListOutcome) =>
  outcome.kind === 'registration-list'
    ? {
        kind: 'registration' as const,
        profession: outcome.profession,
        practitionerIds: outcome.practitionerIds,
        appointmentId: null,
        wishes: outcome.wishes,
      }
    : {
        kind: 'earlier' as const,
        profession: professionOfAppointment(db, outcome.appointmentId),
        practitionerIds: [],
        appointmentId: outcome.appointmentId,
        wishes: outcome.wishes,
      };

const OPEN = { state: 'waiting', ended: null, closedAt: null, closedBy: null } as const;
const UNTRIED = { attempts: 0, lastAttemptAt: null } as const;

const enter = (tx: Tx, person: PatientId, { requestId, outcome, since }: Wait): void => {
  if (requestId === null) throw new Error('only a request puts anybody on a list here');
  const request = requestById(tx.db, requestId);
  // What every visit needs, a first one needs too.
  const needs = summariesOf(tx.db, [person]).get(person)?.needs ?? [];
  const after = insertEntry(tx.db, {
    ...wished(tx.db, outcome),
    ...OPEN,
    ...UNTRIED,
    patientId: person,
    homeVisit: needs.includes('home-visit'),
    stepFree: needs.includes('wheelchair'),
    origin: request.origin,
    requestId,
    since,
    reconfirmBy: reconfirmFrom(tx.db, request.closedAt ?? tx.now),
    cptsAgrees: null,
  });
  tx.record({ action: 'waitlist.entered', rows: rowsOf(after), after });
};

const saved = (tx: Tx, before: HeldRow, action: string, next: Partial<EntryRow>): void => {
  const { byHandAt: _byHandAt, ...row } = before;
  const after = saveEntry(tx.db, { ...row, ...next });
  tx.record({ action: `waitlist.${action}`, rows: rowsOf(after), before: row, after });
};

const newer = (tx: Tx, { requestId, outcome, since }: Wait): Partial<EntryRow> => ({
  ...wished(tx.db, outcome),
  requestId,
  since,
});

/** The action, and what of the row is new. */
const said = (
  tx: Tx,
  change: Exclude<Change<HeldRow>, { kind: 'enter' }>,
): readonly [action: string, next: Partial<EntryRow>] => {
  switch (change.kind) {
    case 'ask-again': {
      const { wait } = change;
      const asked = wait.requestId === null ? null : requestById(tx.db, wait.requestId).closedAt;
      const reconfirmBy = reconfirmFrom(tx.db, asked ?? tx.now);
      return ['asked-again', { ...newer(tx, wait), ...OPEN, ...UNTRIED, reconfirmBy }];
    }
    case 'fall-back':
      return ['fell-back', newer(tx, change.wait)];
    case 'return':
      return ['returned', { ...newer(tx, change.wait), ...OPEN }];
    case 'by-hand-again':
      return ['fell-back', { requestId: null }];
    case 'close':
      return ['ended', { state: 'closed', ended: change.end, closedAt: tx.now, closedBy: null }];
  }
};

const apply = (tx: Tx, person: PatientId, change: Change<HeldRow>): void => {
  if (change.kind === 'enter') enter(tx, person, change.wait);
  else saved(tx, change.entry, ...said(tx, change));
};

/** The appointment that stands meanwhile went to another practitioner: the wait follows it. */
const follow = (tx: Tx, entry: EntryRow): void => {
  if (entry.state === 'closed' || entry.appointmentId === null) return;
  const profession = professionOfAppointment(tx.db, entry.appointmentId);
  if (profession !== entry.profession) saved(tx, { ...entry, byHandAt: null }, 'followed', { profession });
};

/** Whatever is called for, once: called again it finds nothing to do. @param record any of the person's records */
export const reconcilePerson = (tx: Tx, record: PatientId): void => {
  const records = recordsOf(tx.db, record);
  const [person] = records;
  if (person === undefined) return;
  const entries = entriesOf(tx.db, records).map((row) => ({ ...row, byHandAt: byHandAt(tx.db, row) }));
  const asked = requestsOf(tx.db, records).toSorted((a, b) => a.id - b.id);
  const appointments = [
    ...entries.flatMap(({ appointmentId }) => appointmentId ?? []),
    ...asked.flatMap(({ outcome }) => (outcome?.kind === 'earlier-list' ? outcome.appointmentId : [])),
  ];
  const toCome = stillToCome(tx.db, [...new Set(appointments)], wallNow(tx.db, tx.now));
  for (const change of reconcile({ asked, entries, toCome })) apply(tx, person, change);
  for (const entry of entriesOf(tx.db, records)) follow(tx, entry);
};
