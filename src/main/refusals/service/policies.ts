import type { PolicyId, PractitionerId, StaffId } from '../../../contract/ids.ts';
import type { Policy, PolicyDraft } from '../../../contract/intake.ts';
import type { PolicyToday } from '../../../contract/refusals.ts';
import { type Day, type Instant, localNow } from '../../../contract/time.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail, failFields } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { staff } from '../../people/store.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioner, practitioners } from '../../practice/store/practitioners.ts';
import {
  checkPolicy,
  currentPolicy,
  meterOf,
  monthOf,
  nextPolicy,
  reviewOverdue,
} from '../rules/policies.ts';
import { placesTaken } from '../store/places.ts';
import * as store from '../store/policies.ts';

/** The day that the house's calendar shows. */
export const dayAt = (db: ReadDb, now: Instant): Day => localNow(now, housesZone(db)).day;

export const staffOf = (tx: Tx): StaffId => tx.call.actor.id ?? fail('NO_ACTOR', {});

/** The practitioner as whom somebody sits at the desk; null for reception. */
export const seatedAs = (db: ReadDb, id: StaffId): PractitionerId | null => {
  const { role, practitionerId } = staff(db, id);
  return role === 'practitioner' ? practitionerId : null;
};

export const policies = (ground: Ground): PolicyToday[] => {
  const day = dayAt(ground.db, ground.clock.now());
  const month = monthOf(day);
  const all = store.allPolicies(ground.db);
  return practitioners(ground.db)
    .filter(({ active }) => active)
    .map(({ id }) => {
      const own = all.filter((policy) => policy.practitionerId === id);
      const current = currentPolicy(own, day);
      return {
        practitionerId: id,
        current,
        next: nextPolicy(own, day),
        meter: meterOf(current, month, placesTaken(ground.db, id, month)),
        reviewOverdue: reviewOverdue(current, day),
      };
    });
};

export const policyHistory = (ground: Ground, practitionerId: PractitionerId): Policy[] =>
  store.policiesOf(ground.db, practitioner(ground.db, practitionerId).id).toReversed();

/** @throws DeskError INVALID_INPUT, CONFLICT, FORBIDDEN, NOT_FOUND */
export const setPolicy = (
  ground: Ground,
  call: Call,
  { basedOn, ...draft }: PolicyDraft & { basedOn?: PolicyId | null | undefined },
): Policy =>
  ground.write(call, (tx) => {
    const setBy = staffOf(tx);
    practitioner(tx.db, draft.practitionerId);
    // A practitioner answers for her own door, never for a colleague's; reception writes down what it was told.
    const own = seatedAs(tx.db, setBy);
    if (own !== null && own !== draft.practitionerId) fail('FORBIDDEN', { right: 'policies.write' });
    const said = store.policiesOf(tx.db, draft.practitionerId).filter((p) => p.withdrawnAt === null);
    if (basedOn !== undefined && basedOn !== (said.at(-1)?.id ?? null))
      fail('CONFLICT', { reason: 'policy-changed' });
    const errors = checkPolicy(draft, dayAt(tx.db, tx.now), said.length === 0);
    if (errors.length > 0) failFields(...errors);
    const after = store.insertPolicy(tx.db, {
      ...draft,
      instructions: draft.instructions || null,
      setBy,
      setAt: tx.now,
    });
    tx.record({ action: 'policy.set', rows: rowsOf(after), after, undoable: true });
    return after;
  });

export const rowsOf = (policy: Policy) => [
  { entity: 'policy', id: policy.id },
  { entity: 'practitioner', id: policy.practitionerId },
];
