import type { FieldError } from '../../contract/errors.ts';
import type { Staff, StaffDraft } from '../../contract/people.ts';
import type { Practitioner } from '../../contract/practice.ts';
import type { Role } from '../../contract/rights.ts';
import type { Call } from '../core/actor.ts';
import { fail, failFields } from '../core/errors.ts';
import type { Ground, Tx } from '../core/ground.ts';
import { refuseStale } from '../core/stale.ts';
import { asInitials, checkStaff, freeInitials, touchesReferent } from './rules.ts';
import { isGuarded } from './store/pins.ts';
import * as store from './store.ts';

const entity = 'staff';

const insert = (tx: Tx, draft: StaffDraft): Staff => {
  const after = store.insertStaff(tx.db, { ...draft, initials: asInitials(draft.initials) });
  tx.record({ action: 'staff.added', rows: [{ entity, id: after.id }], after });
  return after;
};

const refuseWrong = (tx: Tx, draft: StaffDraft, before: Staff | null): void => {
  const others = store.allStaff(tx.db).filter((other) => other.id !== before?.id);
  const errors = checkStaff(draft, others, before);
  if (draft.practitionerId !== null && !store.practitionerExists(tx.db, draft.practitionerId))
    errors.push({ path: 'practitionerId', code: 'unknown' });
  if (errors.length > 0) failFields(...errors);
};

/**
 * A référent is the référents' affair; so is a second account for a practitioner whose own asks for a PIN: it would act
 * in her name without it. @throws DeskError FORBIDDEN
 */
const refuseUngoverned = (tx: Tx, draft: StaffDraft, before: Staff | null): void => {
  if (tx.call.actor.rights.includes('people.govern')) return;
  const { practitionerId } = draft;
  const doubles =
    draft.active &&
    practitionerId !== null &&
    (before?.practitionerId !== practitionerId || before.role !== draft.role || !before.active) &&
    isGuarded(tx.db, practitionerId, before?.id ?? null);
  if (doubles || touchesReferent(draft, before)) fail('FORBIDDEN', { right: 'people.govern' });
};

export const addStaff = (ground: Ground, call: Call, draft: StaffDraft): Staff =>
  ground.write(call, (tx) => {
    refuseUngoverned(tx, draft, null);
    refuseWrong(tx, draft, null);
    return insert(tx, draft);
  });

export const updateStaff = (ground: Ground, call: Call, next: Staff): Staff =>
  ground.write(call, (tx) => {
    const before = store.staff(tx.db, next.id);
    refuseUngoverned(tx, next, before);
    refuseStale(tx.db, entity, before, next);
    refuseWrong(tx, next, before);
    const after = store.updateStaff(tx.db, { ...next, initials: asInitials(next.initials) });
    tx.record({ action: 'staff.updated', rows: [{ entity, id: next.id }], before, after });
    return after;
  });

/**
 * First start, within its transaction: who is at the desk, the first of them as the house's référent, then each practitioner under free initials, so that her
 * glance is one tap away from the first day. @throws DeskError INVALID_INPUT
 */
export const welcomeStaff = (
  tx: Tx,
  desk: readonly { initials: string; name: string }[],
  practitioners: readonly Practitioner[],
  first: Role = 'coordinator',
): void => {
  const errors: FieldError[] = [];
  desk.forEach(({ initials, name }, index) => {
    const draft: StaffDraft = {
      initials,
      name,
      role: index === 0 ? first : 'reception',
      practitionerId: null,
      active: true,
    };
    const wrong = checkStaff(draft, store.allStaff(tx.db), null);
    errors.push(...wrong.map((e) => ({ ...e, path: `staff.${index}.${e.path}` })));
    if (wrong.length === 0) insert(tx, draft);
  });
  if (errors.length > 0) failFields(...errors);
  welcomePractitioners(tx, practitioners);
};

/** Also for practitioners that a take-over brings. */
export const welcomePractitioners = (tx: Tx, practitioners: readonly Practitioner[]): void => {
  for (const { id, title, givenName, familyName } of practitioners) {
    const taken = store.allStaff(tx.db).flatMap((staff) => (staff.active ? [staff.initials] : []));
    insert(tx, {
      initials: freeInitials(`${givenName} ${familyName}`, taken),
      name: [title, givenName, familyName].filter((word) => word !== '').join(' '),
      role: 'practitioner',
      practitionerId: id,
      active: true,
    });
  }
};
