import type { PractitionerId } from '../../../contract/ids.ts';
import type { Practitioner, PractitionerDraft } from '../../../contract/practice.ts';
import { rppsCheckDigitHolds } from '../../../contract/rpps.ts';
import type { Call } from '../../core/actor.ts';
import { failFields } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { defaultTypesOf } from '../rules/default-types.ts';
import { appointmentTypes, insertAppointmentType } from '../store/appointment-types.ts';
import * as store from '../store/practitioners.ts';

interface Saved {
  practitioner: Practitioner;
  warnings: 'rpps-check-digit'[];
}

const entity = 'practitioner';

const saved = (practitioner: Practitioner): Saved => ({
  practitioner,
  warnings: practitioner.rpps !== null && !rppsCheckDigitHolds(practitioner.rpps) ? ['rpps-check-digit'] : [],
});

/** Two people with one RPPS number: one of the two lines is a mistake, or the same person twice. */
const refuseSameRpps = (tx: Tx, draft: PractitionerDraft, ownId: PractitionerId | null): void => {
  if (draft.rpps === null) return;
  const twin = store.practitioners(tx.db).some((p) => p.id !== ownId && p.rpps === draft.rpps);
  if (twin) failFields({ path: 'rpps', code: 'duplicate' });
};

/** A profession that is new to the house brings its usual appointment types, so that the first call can be booked. */
export const addPractitioner = (ground: Ground, call: Call, draft: PractitionerDraft): Saved =>
  ground.write(call, (tx) => {
    refuseSameRpps(tx, draft, null);
    const practitioner = store.insertPractitioner(tx.db, draft);
    tx.record({ action: 'practitioner.added', rows: [{ entity, id: practitioner.id }], after: practitioner });
    const known = appointmentTypes(tx.db).some((type) => type.profession === draft.profession);
    for (const type of known ? [] : defaultTypesOf([draft.profession])) {
      const added = insertAppointmentType(tx.db, type);
      tx.record({
        action: 'appointment-type.added',
        rows: [{ entity: 'appointment-type', id: added.id }],
        after: added,
      });
    }
    return saved(practitioner);
  });

export const updatePractitioner = (ground: Ground, call: Call, next: Practitioner): Saved =>
  ground.write(call, (tx) => {
    const before = store.practitioner(tx.db, next.id);
    refuseStale(tx.db, entity, before, next);
    refuseSameRpps(tx, next, next.id);
    const after = store.updatePractitioner(tx.db, next);
    tx.record({ action: 'practitioner.updated', rows: [{ entity, id: next.id }], before, after });
    return saved(after);
  });

/** Columns from left to right. Practitioners that are not named keep their order, after the others. */
export const orderPractitioners = (
  ground: Ground,
  call: Call,
  ids: readonly PractitionerId[],
): Practitioner[] =>
  ground.write(call, (tx) => {
    const present = store.practitioners(tx.db);
    const rank = new Map(
      [...ids, ...present.map((p) => p.id).filter((id) => !ids.includes(id))].map((id, i) => [id, i + 1]),
    );
    for (const before of present) {
      const position = rank.get(before.id) ?? before.position;
      if (position === before.position) continue;
      const after = store.updatePractitioner(tx.db, { ...before, position });
      tx.record({ action: 'practitioner.moved', rows: [{ entity, id: before.id }], before, after });
    }
    return store.practitioners(tx.db);
  });
