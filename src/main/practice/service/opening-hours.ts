import type { OpeningHoursId } from '../../../contract/ids.ts';
import type { OpeningHours, OpeningHoursDraft, WeeklyHoursDraft } from '../../../contract/practice.ts';
import type { Call } from '../../core/actor.ts';
import { failFields, found } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { checkHours } from '../rules/checks.ts';
import * as store from '../store/opening-hours.ts';
import { practitioner } from '../store/practitioners.ts';

const entity = 'opening-hours';

const refuseWrong = (tx: Tx, draft: OpeningHoursDraft, ownId: number | null): void => {
  practitioner(tx.db, draft.practitionerId);
  const errors = checkHours(draft, store.openingHoursOf(tx.db, draft.practitionerId), ownId);
  if (errors.length > 0) failFields(...errors);
};

const addAll = (tx: Tx, drafts: readonly OpeningHoursDraft[]): OpeningHours[] => {
  const after = drafts.map((draft) => {
    refuseWrong(tx, draft, null);
    return store.insertOpeningHours(tx.db, draft);
  });
  tx.record({
    action: 'opening-hours.added',
    rows: after.map(({ id }) => ({ entity, id })),
    after,
    undoable: true,
  });
  return after;
};

export const addOpeningHours = (ground: Ground, call: Call, draft: OpeningHoursDraft): OpeningHours =>
  ground.write(call, (tx) => found(addAll(tx, [draft])[0], 'opening-hours'));

/** The same range on several weekdays: all of them or none, and one thing to undo. */
export const addWeeklyHours = (ground: Ground, call: Call, draft: WeeklyHoursDraft): OpeningHours[] => {
  const { weekdays, ...range } = draft;
  const days = [...new Set(weekdays)].sort();
  return ground.write(call, (tx) =>
    addAll(
      tx,
      days.map((weekday) => ({ ...range, weekday })),
    ),
  );
};

export const updateOpeningHours = (ground: Ground, call: Call, next: OpeningHours): OpeningHours =>
  ground.write(call, (tx) => {
    const before = store.openingHours(tx.db, next.id);
    refuseStale(tx.db, entity, before, next);
    refuseWrong(tx, next, next.id);
    const after = store.updateOpeningHours(tx.db, next);
    tx.record({
      action: 'opening-hours.updated',
      rows: [{ entity, id: next.id }],
      before,
      after,
      undoable: true,
    });
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
    tx.record({ action: 'opening-hours.removed', rows: [{ entity, id: sent.id }], before, undoable: true });
    return {};
  });
