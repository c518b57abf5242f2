import type { House, HouseSetup } from '../../../contract/practice.ts';
import type { Call } from '../../core/actor.ts';
import { fail, failFields, found } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { checkZone } from '../rules/checks.ts';
import { defaultTypesOf } from '../rules/default-types.ts';
import { insertAppointmentType } from '../store/appointment-types.ts';
import * as store from '../store/house.ts';
import { insertPractitioner } from '../store/practitioners.ts';

const HOUSE = { entity: 'house', id: 1 };

/** Writes who sits at the desk: `people` stands beside `practice`, so whoever puts the areas together hands it in. */
export type WelcomeStaff = (
  tx: Tx,
  staff: HouseSetup['staff'],
  practitioners: readonly WelcomedPractitioner[],
) => void;
export type WelcomedPractitioner = ReturnType<typeof insertPractitioner>;

/**
 * First start, whole or not at all: the house, its practitioners with their profession's usual appointment types, and
 * who is at the desk.
 * @throws DeskError CONFLICT once a house exists, INVALID_INPUT
 */
export const setUp = (
  ground: Ground,
  call: Call,
  setup: HouseSetup,
  welcomeStaff: WelcomeStaff,
  { demo = false }: { demo?: boolean } = {},
): House =>
  ground.write(call, (tx) => {
    if (store.house(tx.db)) fail('CONFLICT', { reason: 'house-exists' });
    const errors = checkZone(setup.house.zone);
    if (errors.length > 0) failFields(...errors.map((e) => ({ ...e, path: `house.${e.path}` })));
    const house = store.insertHouse(tx.db, { ...setup.house, demo });
    tx.record({ action: 'house.set-up', rows: [HOUSE], after: house });
    const practitioners = setup.practitioners.map((draft) => insertPractitioner(tx.db, draft));
    for (const practitioner of practitioners)
      tx.record({
        action: 'practitioner.added',
        rows: [{ entity: 'practitioner', id: practitioner.id }],
        after: practitioner,
      });
    for (const draft of defaultTypesOf(practitioners.map((p) => p.profession))) {
      const type = insertAppointmentType(tx.db, draft);
      tx.record({
        action: 'appointment-type.added',
        rows: [{ entity: 'appointment-type', id: type.id }],
        after: type,
      });
    }
    welcomeStaff(tx, setup.staff, practitioners);
    return house;
  });

export const updateHouse = (ground: Ground, call: Call, next: Omit<House, 'demo'>): House =>
  ground.write(call, (tx) => {
    const before = found(store.house(tx.db), 'house');
    refuseStale(tx.db, 'house', { ...before, id: 1 }, { ...next, id: 1 });
    const errors = checkZone(next.zone);
    if (errors.length > 0) failFields(...errors);
    const after = store.updateHouse(tx.db, next);
    tx.record({ action: 'house.updated', rows: [HOUSE], before, after });
    return after;
  });
