/** Sitting down, and who may act for a call. */
import type { StaffId } from '../../../contract/ids.ts';
import { type Actor, type Call, nobody } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { triesLeft, waitAfter } from '../rules/pin-waits.ts';
import { countTry, forgetTries, needsPin, pinOf, seating } from '../store/pins.ts';
import { actorOf, staff } from '../store.ts';
import { isPin } from './pin-hash.ts';
import type { Seats } from './seats.ts';

/** Beside `staff`: sitting down changes nothing of the person. */
const rowOf = (staffId: StaffId) => ({ entity: 'seat', id: staffId });

/** Before it is known who is there, the journal says what can be said. */
const nobodyAt = (station: string): Call => ({ actor: nobody, station });

/**
 * Is this her PIN? The try is in the file before it is looked at, and is taken back by whoever goes on to write.
 * @throws DeskError PIN_WRONG, PIN_WAIT
 */
export const provePin = async (
  seats: Seats,
  ground: Ground,
  station: string,
  { staffId, pin: typed }: { readonly staffId: StaffId; readonly pin: string },
): Promise<void> => {
  const refuseWaiting = (): void => {
    const waitMs = seats.waitLeft(staffId, pinOf(ground.db, staffId)?.waitMs ?? 0);
    if (waitMs > 0) fail('PIN_WAIT', { waitMs });
  };
  refuseWaiting();
  await seats.inTurn(async () => {
    refuseWaiting();
    const kept = pinOf(ground.db, staffId) ?? fail('PIN_REQUIRED', { why: 'none-set' });
    const tries = kept.tries + 1;
    const waitMs = waitAfter(tries);
    ground.write(nobodyAt(station), (tx) => {
      countTry(tx.db, staffId, tries, waitMs);
      tx.record({ action: 'seat.tried', rows: [rowOf(staffId)] });
    });
    seats.wait(staffId, waitMs);
    if (!(await isPin(typed, kept))) fail('PIN_WRONG', { triesLeft: triesLeft(tries), waitMs });
    seats.wait(staffId, 0);
  });
};

/** @throws DeskError PIN_REQUIRED, PIN_WRONG, PIN_WAIT, NOT_FOUND */
export const sit = async (
  seats: Seats,
  ground: Ground,
  station: string,
  { staffId, pin }: { readonly staffId: StaffId; readonly pin: string | null },
): Promise<{ seat: string }> => {
  staff(ground.db, staffId);
  const actor = actorOf(ground.db, staffId) ?? fail('NOT_FOUND', { what: 'staff' });
  if (pinOf(ground.db, staffId) === null) {
    if (seating(ground.db).pinRequired) fail('PIN_REQUIRED', { why: 'none-set' });
    return { seat: seats.give(staffId) };
  }
  if (pin === null) return fail('PIN_REQUIRED', { why: 'not-given' });
  await provePin(seats, ground, station, { staffId, pin });
  ground.write({ actor, station }, (tx) => {
    forgetTries(tx.db, staffId);
    tx.record({ action: 'seat.taken', rows: [rowOf(staffId)] });
  });
  return { seat: seats.give(staffId) };
};

export interface Acting {
  readonly actor: Actor | null;
  /** Somebody was to act, and her seat has ended, or her initials do not suffice. */
  readonly locked: boolean;
}

/**
 * Whose call this is. A seat speaks for whoever holds it; initials alone, for somebody who has no PIN. From her glance
 * a practitioner acts at another's desk: then she is named, and stands on her own.
 */
export const whoActs = (
  db: ReadDb,
  seats: Seats,
  { actorId, seat }: { readonly actorId: StaffId | null; readonly seat: string | null },
): Acting => {
  const holder = seat === null ? null : seats.holder(seat);
  const named = actorId ?? holder;
  if (named === null) return { actor: null, locked: seat !== null };
  if (named !== holder && needsPin(db, named)) return { actor: null, locked: true };
  return { actor: actorOf(db, named), locked: false };
};
