import type { ReserveRule, UnscheduledSettings } from '../../../contract/unscheduled.ts';
import type { Call } from '../../core/actor.ts';
import { failFields } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { unsaidRule } from '../rules/reserve.ts';
import { practitioner, practitioners } from '../store/practitioners.ts';
import * as store from '../store/reserve.ts';

const SETTINGS = { entity: 'unscheduled-settings', id: 1 };

/** @throws DeskError STALE_VERSION, NOT_FOUND, INVALID_INPUT */
export const saveSettings = (ground: Ground, call: Call, next: UnscheduledSettings): UnscheduledSettings =>
  ground.write(call, (tx) => {
    const before = store.unscheduledSettings(tx.db);
    refuseStale(tx.db, SETTINGS.entity, { ...before, id: 1 }, { ...next, id: 1 });
    if (next.sorterId !== null && !practitioner(tx.db, next.sorterId).active)
      failFields({ path: 'sorterId', code: 'inactive' });
    // A name that nobody can ring helps nobody; a number without a name is still a number.
    if (next.cptsName !== null && next.cptsPhone === null)
      failFields({ path: 'cptsPhone', code: 'required' });
    const after = store.saveUnscheduledSettings(tx.db, next);
    tx.record({ action: 'unscheduled-settings.saved', rows: [SETTINGS], before, after });
    return after;
  });

/** Of everybody who works here, in the order of the columns. */
export const rules = ({ db }: Ground): ReserveRule[] => {
  const said = store.reserveRules(db);
  return practitioners(db)
    .filter(({ active }) => active)
    .map(({ id }) => said.get(id) ?? unsaidRule(id));
};

/** Hers by herself, anybody's by reception, as told. @throws DeskError STALE_VERSION, NOT_FOUND */
export const setRule = (ground: Ground, call: Call, next: ReserveRule): ReserveRule =>
  ground.write(call, (tx) => {
    const { id } = practitioner(tx.db, next.practitionerId);
    const before = store.reserveRules(tx.db).get(id) ?? unsaidRule(id);
    refuseStale(tx.db, 'reserve-rule', { ...before, id }, { ...next, id });
    const after = store.saveReserveRule(tx.db, next);
    tx.record({ action: 'reserve-rule.set', rows: [{ entity: 'reserve-rule', id }], before, after });
    return after;
  });
