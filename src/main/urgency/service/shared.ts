import type { PractitionerId, StaffId } from '../../../contract/ids.ts';
import { type Day, localNow } from '../../../contract/time.ts';
import { fail } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { staff } from '../../people/store.ts';
import { housesZone } from '../../practice/store/house.ts';

/** The day that the house's calendar shows. */
export const todayOf = ({ db, clock }: Ground): Day => localNow(clock.now(), housesZone(db)).day;

/** @throws DeskError NO_ACTOR */
export const staffOf = (tx: Tx): StaffId => tx.call.actor.id ?? fail('NO_ACTOR', {});

/** Who acts, as the practitioner that she is. @throws DeskError NOT_A_PRACTITIONER, NO_ACTOR */
export const practitionerActing = (tx: Tx): { staffId: StaffId; practitionerId: PractitionerId } => {
  const staffId = staffOf(tx);
  const { role, practitionerId } = staff(tx.db, staffId);
  return role === 'practitioner' && practitionerId !== null
    ? { staffId, practitionerId }
    : fail('NOT_A_PRACTITIONER', {});
};
