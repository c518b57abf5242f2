/** The whole take-over in the caller's one transaction, in the order in which rows depend on each other. */
import type { AppointmentTypeId, PatientId, PractitionerId } from '../../../contract/ids.ts';
import type { Practitioner } from '../../../contract/practice.ts';
import type { ReadDb } from '../../core/db.ts';
import type { Tx } from '../../core/ground.ts';
import { idsBySourceCode } from '../../patients/store.ts';
import { welcomePractitioners } from '../../people/service.ts';
import { allStaff } from '../../people/store.ts';
import { formerPractitioners, practitioners } from '../../practice/store/practitioners.ts';
import { beginImport, finishImport } from '../store.ts';
import type { PreparedRows } from '../worker-messages.ts';
import { appointmentTarget } from './appointments.ts';
import { hoursTarget, practitionerTarget, typeIds, typeTarget } from './house.ts';
import { applyPatients } from './patients.ts';
import { applyRows, type Writing } from './rows.ts';

export interface Links {
  readonly practitioners: ReadonlyMap<string, PractitionerId>;
  readonly patients: ReadonlyMap<string, PatientId>;
  /** By profession and name. */
  readonly types: ReadonlyMap<string, AppointmentTypeId>;
}

const practitionerIds = (db: ReadDb): Map<string, PractitionerId> =>
  new Map(formerPractitioners(db).map(({ code, id }) => [code, id]));

/** Taken over just now: whoever has left since, or goes by other initials, is known already. */
const withoutInitials = (db: ReadDb): Practitioner[] => {
  const known = new Set(allStaff(db).map((person) => person.practitionerId));
  const imported = new Set(practitionerIds(db).values());
  return practitioners(db).filter(({ id }) => imported.has(id) && !known.has(id));
};

/** @param tick see `Writing` */
export const writeAll = (tx: Tx, rows: PreparedRows, tick: Writing['tick']): Writing['tally'] => {
  const importId = beginImport(tx.db, tx.now);
  const writing: Writing = {
    tx,
    importId,
    tally: { created: 0, updated: 0, unchanged: 0, keptBecauseChangedHere: 0 },
    created: [],
    tick,
  };
  applyRows(writing, rows.practitioners, practitionerTarget(tx.db));
  applyRows(writing, rows.types, typeTarget(tx.db));
  const byCode = practitionerIds(tx.db);
  applyRows(writing, rows.hours, hoursTarget(byCode));
  welcomePractitioners(tx, withoutInitials(tx.db));
  applyPatients(writing, rows.patients, byCode);
  const links: Links = { practitioners: byCode, patients: idsBySourceCode(tx.db), types: typeIds(tx.db) };
  applyRows(writing, rows.appointments, appointmentTarget(links));
  const { tally } = writing;
  finishImport(tx.db, importId, tally.created, tally.updated, tally.keptBecauseChangedHere);
  tx.record({
    action: 'exchange.imported',
    rows: [{ entity: 'import', id: importId }],
    after: { ...tally },
  });
  return tally;
};
