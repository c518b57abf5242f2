import type { AbsenceId } from '../../../contract/ids.ts';
import type { Absence, AbsenceDraft } from '../../../contract/practice.ts';
import type { Call } from '../../core/actor.ts';
import { failFields } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { checkAbsence } from '../rules/checks.ts';
import * as store from '../store/absences.ts';
import { practitioner } from '../store/practitioners.ts';

const entity = 'absence';

const refuseWrong = (tx: Tx, draft: AbsenceDraft): void => {
  practitioner(tx.db, draft.practitionerId);
  const errors = checkAbsence(draft);
  if (errors.length > 0) failFields(...errors);
};

/** Appointments inside stay where they are: they are listed as stranded until somebody has dealt with each (R12). */
export const addAbsence = (ground: Ground, call: Call, draft: AbsenceDraft): Absence =>
  ground.write(call, (tx) => {
    refuseWrong(tx, draft);
    const after = store.insertAbsence(tx.db, draft);
    tx.record({ action: 'absence.added', rows: [{ entity, id: after.id }], after, undoable: true });
    return after;
  });

export const updateAbsence = (ground: Ground, call: Call, next: Absence): Absence =>
  ground.write(call, (tx) => {
    const before = store.absence(tx.db, next.id);
    refuseStale(tx.db, entity, before, next);
    refuseWrong(tx, next);
    const after = store.updateAbsence(tx.db, next);
    tx.record({ action: 'absence.updated', rows: [{ entity, id: next.id }], before, after, undoable: true });
    return after;
  });

export const removeAbsence = (
  ground: Ground,
  call: Call,
  sent: { id: AbsenceId; version: number },
): Record<string, never> =>
  ground.write(call, (tx) => {
    const before = store.absence(tx.db, sent.id);
    refuseStale(tx.db, entity, before, sent);
    store.deleteAbsence(tx.db, sent.id);
    tx.record({ action: 'absence.removed', rows: [{ entity, id: sent.id }], before, undoable: true });
    return {};
  });
