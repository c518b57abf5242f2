/** Short holds: somebody is being offered a place, and nobody else gets it meanwhile. For the areas above. */
import type { ClaimId, PractitionerId } from '../../../contract/ids.ts';
import type { SlotKind } from '../../../contract/practice.ts';
import { type Day, type Instant, localNow, type Minute } from '../../../contract/time.ts';
import { fail } from '../../core/errors.ts';
import type { Tx } from '../../core/ground.ts';
import { housesZone } from '../../practice/store/house.ts';
import { placementOf } from '../rules/placement.ts';
import { endHold, type HoldClaim, holdClaim, insertHold, NoRoom, overdueHolds } from '../store/claims.ts';
import { standingIn } from '../store/occupied.ts';
import { framesOf } from './frames.ts';
import { proposalsFor } from './free-slots.ts';

const rowsOf = (hold: HoldClaim) => [
  { entity: 'claim', id: hold.id },
  { entity: 'practitioner', id: hold.practitionerId },
];

/** Marks every hold whose time has passed. Called within each transaction that wants a place. */
export const expireOverdue = (tx: Tx): void => {
  for (const before of overdueHolds(tx.db, tx.now)) {
    const after = endHold(tx.db, before.id, 'expired');
    tx.record({ action: 'hold.expired', rows: rowsOf(after), before, after });
  }
};

export interface HoldWanted {
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly start: Minute;
  readonly end: Minute;
  /** Of the appointment that is offered. */
  readonly kind: SlotKind;
  readonly expiresAt: Instant;
}

/** Never beyond capacity nor outside hours: nobody is offered what is not free. @throws DeskError OUTSIDE_HOURS, SLOT_TAKEN */
export const placeHold = (tx: Tx, wanted: HoldWanted): HoldClaim => {
  expireOverdue(tx);
  const { practitionerId, day, start, end } = wanted;
  const frame = framesOf(tx.db, [practitionerId], day, day, tx.now)(practitionerId, day);
  const placement = placementOf(wanted, wanted.kind, frame, localNow(tx.now, housesZone(tx.db)));
  if ('outside' in placement) return fail('OUTSIDE_HOURS', { why: placement.outside });
  try {
    const hold = insertHold(tx.db, { ...wanted, capacity: placement.capacity, createdAt: tx.now });
    tx.record({ action: 'hold.placed', rows: rowsOf(hold), after: hold });
    return hold;
  } catch (error) {
    if (!(error instanceof NoRoom)) throw error;
    return fail('SLOT_TAKEN', {
      with: standingIn(tx.db, wanted, tx.now, null),
      proposals: proposalsFor(tx.db, tx.now, {
        practitionerId,
        day,
        start,
        minutes: end - start,
        kind: wanted.kind,
        appointmentTypeId: null,
        patientId: null,
        ignoring: null,
      }),
    });
  }
};

/** The offer was declined, or became an appointment in the same transaction. A hold that is over already stays so. */
export const releaseHold = (tx: Tx, id: ClaimId): HoldClaim => {
  const before = holdClaim(tx.db, id);
  if (before.status !== 'held') return before;
  const after = endHold(tx.db, id, 'released');
  tx.record({ action: 'hold.released', rows: rowsOf(after), before, after });
  return after;
};
