/** The whole take-over in the caller's one transaction, in the order in which rows depend on each other. */
import type { AppointmentTypeId, PatientId, PractitionerId } from '../../contract/ids.ts';
import type { Practitioner } from '../../contract/practice.ts';
import { all, type ReadDb } from '../core/db.ts';
import type { Tx } from '../core/ground.ts';
import { idsBySourceCode } from '../patients/store/bulk.ts';
import { welcomePractitioners } from '../people/service.ts';
import { allStaff } from '../people/store.ts';
import { practitioners } from '../practice/store/practitioners.ts';
import { applyRows, emptyTally, type Tally } from './apply.ts';
import { applyPatients } from './apply-patients.ts';
import { claimTarget } from './claim-target.ts';
import { beginImport, finishImport } from './store.ts';
import { hoursTarget, practitionerTarget, typeIds, typeTarget } from './targets.ts';
import type { PreparedRows } from './worker-messages.ts';

export interface Links {
  readonly practitioners: ReadonlyMap<string, PractitionerId>;
  readonly patients: ReadonlyMap<string, PatientId>;
  /** By profession and name. */
  readonly types: ReadonlyMap<string, AppointmentTypeId>;
}

const practitionerIds = (db: ReadDb): Map<string, PractitionerId> =>
  new Map(
    all<{ code: string; id: PractitionerId }>(
      db,
      'SELECT source_code AS code, id FROM practitioners WHERE source_code IS NOT NULL',
    ).map(({ code, id }) => [code, id]),
  );

/** Taken over just now: whoever has left since, or goes by other initials, is known already. */
const withoutInitials = (db: ReadDb): Practitioner[] => {
  const known = new Set(allStaff(db).map((person) => person.practitionerId));
  const imported = new Set(practitionerIds(db).values());
  return practitioners(db).filter(({ id }) => imported.has(id) && !known.has(id));
};

export const writeAll = (tx: Tx, rows: PreparedRows): Tally => {
  const tally = emptyTally();
  const importId = beginImport(tx.db, tx.now);
  applyRows(tx, importId, rows.practitioners, practitionerTarget(tx.db), tally);
  applyRows(tx, importId, rows.types, typeTarget(tx.db), tally);
  applyRows(tx, importId, rows.hours, hoursTarget(), tally);
  welcomePractitioners(tx, withoutInitials(tx.db));
  const byCode = practitionerIds(tx.db);
  applyPatients(tx, rows.patients, byCode, tally);
  const links: Links = { practitioners: byCode, patients: idsBySourceCode(tx.db), types: typeIds(tx.db) };
  applyRows(tx, importId, rows.appointments, claimTarget(links), tally);
  finishImport(tx.db, importId, tally.created, tally.updated, tally.keptBecauseChangedHere);
  tx.record({ action: 'exchange.imported', rows: [{ entity: 'import', id: importId }], after: { ...tally } });
  return tally;
};
