/** Patients are taken over by their own area, which keeps the search index in step and knows what the desk has changed. */
import type { PractitionerId } from '../../../contract/ids.ts';
import { applyImport, type ImportedPatient } from '../../patients/store.ts';
import type { PreparedPatient } from '../rules/prepared.ts';
import type { Fingerprinted } from '../worker-messages.ts';
import { inSlices, recordUpdate, type Writing } from './rows.ts';

const entity = 'patient';

const importedFrom = (
  { code, doctor, fingerprint: _, ...patient }: Fingerprinted<PreparedPatient>,
  doctors: ReadonlyMap<string, PractitionerId>,
): ImportedPatient => {
  const practitionerId = doctor === null ? undefined : doctors.get(doctor);
  return {
    sourceCode: code,
    patient: {
      ...patient,
      phones: [...patient.phones],
      usedGivenName: null,
      // What a former software says of an identity is not a check of a document.
      identity: 'provisional',
      attendingDoctor: practitionerId === undefined ? { kind: 'unknown' } : { kind: 'house', practitionerId },
      needs: [],
    },
  };
};

export const applyPatients = (
  writing: Writing,
  rows: readonly Fingerprinted<PreparedPatient>[],
  doctors: ReadonlyMap<string, PractitionerId>,
): void => {
  const { tx, tally } = writing;
  inSlices(writing, rows, (slice) => {
    const people = slice.map((row) => importedFrom(row, doctors));
    for (const row of applyImport(tx.db, people, tx.now).values()) {
      const ref = { entity, id: row.id };
      if (row.outcome === 'updated') recordUpdate(writing, ref, row.before, row.after);
      else tally[row.outcome === 'kept' ? 'keptBecauseChangedHere' : row.outcome] += 1;
      if (row.outcome === 'created') writing.created.push(ref);
    }
  });
};
