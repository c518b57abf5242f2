/**
 * The rule is the practitioners' own: written down by whoever does the settings, adopted by one of them under her own
 * initials, applied by the reception. What was signed is not undone: the next version takes over once it is adopted.
 */
import type { PractitionerId, StaffId, WaitlistRulesId } from '../../../contract/ids.ts';
import { localNow } from '../../../contract/time.ts';
import type { RulesDraft, WaitlistRules } from '../../../contract/waitlist-rank.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail, failFields } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { staff } from '../../people/store.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { type Adopting, checkAdoption, checkRules } from '../rules/rule-version.ts';
import * as store from '../store/rule-versions.ts';

/** The practitioner as whom somebody sits at the desk; null for reception. */
export const seatedAs = (db: ReadDb, id: StaffId): PractitionerId | null => {
  const { role, practitionerId } = staff(db, id);
  return role === 'practitioner' ? practitionerId : null;
};

const staffOf = (tx: Tx): StaffId => tx.call.actor.id ?? fail('NO_ACTOR', {});

export const rules = ({ db }: Ground): { inForce: WaitlistRules | null; versions: WaitlistRules[] } => ({
  inForce: store.rulesInForce(db),
  versions: store.ruleVersions(db),
});

/** @throws DeskError INVALID_INPUT */
export const writeRulesWithin = (tx: Tx, draft: RulesDraft): WaitlistRules => {
  const writtenBy = staffOf(tx);
  const errors = checkRules(draft);
  if (errors.length > 0) failFields(...errors);
  const after = store.insertRules(tx.db, draft, tx.now, writtenBy);
  tx.record({
    action: 'waitlist-rules.written',
    rows: [{ entity: 'waitlist-rules', id: after.id }],
    after,
  });
  return after;
};

/** @throws DeskError INVALID_INPUT */
export const writeRules = (ground: Ground, call: Call, draft: RulesDraft): WaitlistRules =>
  ground.write(call, (tx) => writeRulesWithin(tx, draft));

/** @throws DeskError NOT_FOUND, INVALID_INPUT */
const refuseInactive = (db: ReadDb, practitionerIds: readonly PractitionerId[]): void => {
  if (practitionerIds.some((id) => !practitioner(db, id).active))
    failFields({ path: 'practitionerIds', code: 'inactive' });
};

type AdoptingOne = Adopting & { readonly id: WaitlistRulesId };

/** @throws DeskError NOT_A_PRACTITIONER, NOT_FOUND, CONFLICT `already-adopted`, INVALID_INPUT */
export const adoptRulesWithin = (tx: Tx, { id, on, practitionerIds }: AdoptingOne): WaitlistRules => {
  const recordedBy = staffOf(tx);
  const herself = seatedAs(tx.db, recordedBy) ?? fail('NOT_A_PRACTITIONER', {});
  const before = store.ruleVersion(tx.db, id);
  if (before.adoption !== null) fail('CONFLICT', { reason: 'already-adopted' });
  const today = localNow(tx.now, housesZone(tx.db)).day;
  const errors = checkAdoption({ on, practitionerIds }, herself, today);
  if (errors.length > 0) failFields(...errors);
  refuseInactive(tx.db, practitionerIds);
  const after = store.saveAdoption(tx.db, id, {
    on,
    practitionerIds: [...practitionerIds],
    recordedAt: tx.now,
    recordedBy,
  });
  tx.record({
    action: 'waitlist-rules.adopted',
    rows: [
      { entity: 'waitlist-rules', id },
      ...practitionerIds.map((who) => ({ entity: 'practitioner', id: who })),
    ],
    before,
    after,
  });
  return after;
};

/** @throws DeskError NOT_A_PRACTITIONER, NOT_FOUND, CONFLICT `already-adopted`, INVALID_INPUT */
export const adoptRules = (ground: Ground, call: Call, adopting: AdoptingOne): WaitlistRules =>
  ground.write(call, (tx) => adoptRulesWithin(tx, adopting));
