import type { OpeningHoursId } from '../../../contract/ids.ts';
import type { OpeningHours, OpeningHoursDraft } from '../../../contract/practice.ts';
import type { Call } from '../../core/actor.ts';
import { failFields } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { checkHours } from '../rules/checks.ts';
import * as store from '../store/opening-hours.ts';
import { practitioner } from '../store/practitioners.ts';

const entity = 'openingHours';

const refuseWrong = (tx: Tx, draft: OpeningHoursDraft, ownId: number | null): void => {
  practitioner(tx.db, draft.practitionerId);
  const errors = checkHours(draft, store.openingHoursOf(tx.db, draft.practitionerId), ownId);
  if (errors.length > 0) failFields(...errors);
};

export const addOpeningHours = (ground: Ground, call: Call, draft: OpeningHoursDraft): OpeningHours =>
  ground.write(call, (tx) => {
    refuseWrong(tx, draft, null);
    const after = store.insertOpeningHours(tx.db, draft);
    tx.record({ action: 'openingHours.added', rows: [{ entity, id: after.id }], after });
    return after;
  });

export const updateOpeningHours = (ground: Ground, call: Call, next: OpeningHours): OpeningHours =>
  ground.write(call, (tx) => {
    const before = store.openingHours(tx.db, next.id);
    refuseStale(tx.db, entity, before, next);
    refuseWrong(tx, next, next.id);
    const after = store.updateOpeningHours(tx.db, next);
    tx.record({ action: 'openingHours.updated', rows: [{ entity, id: next.id }], before, after });
    return after;
  });

/** Appointments inside stay: they are listed as stranded, never touched. */
export const removeOpeningHours = (
  ground: Ground,
  call: Call,
  sent: { id: OpeningHoursId; version: number },
): Record<string, never> =>
  ground.write(call, (tx) => {
    const before = store.openingHours(tx.db, sent.id);
    refuseStale(tx.db, entity, before, sent);
    store.deleteOpeningHours(tx.db, sent.id);
    tx.record({ action: 'openingHours.removed', rows: [{ entity, id: sent.id }], before });
    return {};
  });
