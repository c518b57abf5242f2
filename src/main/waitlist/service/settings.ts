import type { PlaceFacts, WaitlistSettings } from '../../../contract/waitlist.ts';
import type { Call } from '../../core/actor.ts';
import type { Ground } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { practitioner, practitioners } from '../../practice/store/practitioners.ts';
import { placeFactsOf, placeFactsSaid, savePlaceFacts, unsaid } from '../store/place-facts.ts';
import { saveWaitlistSettings, waitlistSettings } from '../store/settings.ts';

export const settings = ({ db }: Ground): WaitlistSettings => waitlistSettings(db);

/** @throws DeskError STALE_VERSION */
export const saveSettings = (ground: Ground, call: Call, sent: WaitlistSettings): WaitlistSettings =>
  ground.write(call, (tx) => {
    const before = waitlistSettings(tx.db);
    refuseStale(tx.db, 'waitlist-settings', { ...before, id: 1 }, { ...sent, id: 1 });
    const after = saveWaitlistSettings(tx.db, sent);
    tx.record({
      action: 'waitlist-settings.saved',
      rows: [{ entity: 'waitlist-settings', id: 1 }],
      before,
      after,
      undoable: true,
    });
    return after;
  });

/** Of everybody who works here now, in the order of the columns. */
export const placeFacts = ({ db }: Ground): PlaceFacts[] => {
  const said = placeFactsSaid(db);
  return practitioners(db)
    .filter(({ active }) => active)
    .map(({ id }) => said.get(id) ?? unsaid(id));
};

/** @throws DeskError NOT_FOUND, STALE_VERSION */
export const setPlaceFacts = (ground: Ground, call: Call, sent: PlaceFacts): PlaceFacts =>
  ground.write(call, (tx) => {
    const { id } = practitioner(tx.db, sent.practitionerId);
    const before = placeFactsOf(tx.db, id);
    refuseStale(tx.db, 'place-facts', { ...before, id }, { ...sent, id });
    const after = savePlaceFacts(tx.db, sent);
    tx.record({
      action: 'place-facts.set',
      rows: [
        { entity: 'place-facts', id },
        { entity: 'practitioner', id },
      ],
      before,
      after,
      undoable: true,
    });
    return after;
  });
