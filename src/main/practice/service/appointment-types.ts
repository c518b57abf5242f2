import type { AppointmentType, AppointmentTypeDraft } from '../../../contract/practice.ts';
import type { Call } from '../../core/actor.ts';
import { failFields } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { checkAppointmentType } from '../rules/checks.ts';
import * as store from '../store/appointment-types.ts';
import { practitioner } from '../store/practitioners.ts';

const entity = 'appointment-type';

const refuseWrong = (tx: Tx, draft: AppointmentTypeDraft, ownId: number | null): void => {
  const errors = checkAppointmentType(draft, store.appointmentTypes(tx.db), ownId);
  if (errors.length > 0) failFields(...errors);
  if (draft.practitionerId !== null) practitioner(tx.db, draft.practitionerId);
};

export const addAppointmentType = (
  ground: Ground,
  call: Call,
  draft: AppointmentTypeDraft,
): AppointmentType =>
  ground.write(call, (tx) => {
    refuseWrong(tx, draft, null);
    const after = store.insertAppointmentType(tx.db, draft);
    tx.record({ action: 'appointment-type.added', rows: [{ entity, id: after.id }], after });
    return after;
  });

export const updateAppointmentType = (ground: Ground, call: Call, next: AppointmentType): AppointmentType =>
  ground.write(call, (tx) => {
    const before = store.appointmentType(tx.db, next.id);
    refuseStale(tx.db, entity, before, next);
    refuseWrong(tx, next, next.id);
    const after = store.updateAppointmentType(tx.db, next);
    tx.record({ action: 'appointment-type.updated', rows: [{ entity, id: next.id }], before, after });
    return after;
  });
