/** Patients are taken over by their own area, which keeps the search index in step and knows what the desk has changed. */
import type { PractitionerId } from '../../contract/ids.ts';
import type { Tx } from '../core/ground.ts';
import { applyImport } from '../patients/store/bulk.ts';
import type { Tally } from './apply.ts';
import type { PreparedPatient } from './rules/prepared.ts';
import type { Fingerprinted } from './worker-messages.ts';

export const applyPatients = (
  tx: Tx,
  rows: readonly Fingerprinted<PreparedPatient>[],
  doctors: ReadonlyMap<string, PractitionerId>,
  tally: Tally,
): void => {
  const people = rows.map(({ code, doctor, fingerprint: _, ...patient }) => {
    const practitionerId = doctor === null ? undefined : doctors.get(doctor);
    return {
      sourceCode: code,
      patient: {
        ...patient,
        phones: [...patient.phones],
        usedGivenName: null,
        // What a former software says of an identity is not a check of a document.
        identity: 'provisional' as const,
        attendingDoctor:
          practitionerId === undefined
            ? ({ kind: 'unknown' } as const)
            : ({ kind: 'house', practitionerId } as const),
        needs: [],
      },
    };
  });
  for (const { outcome } of applyImport(tx.db, people, tx.now).values())
    tally[outcome === 'kept' ? 'keptBecauseChangedHere' : outcome] += 1;
};
