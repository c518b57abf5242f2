/** Giving, changing and taking away PINs, and what the house asks of whoever sits down. */
import type { StaffId } from '../../../contract/ids.ts';
import type { Seating } from '../../../contract/people.ts';
import { pinFault } from '../../../contract/pin.ts';
import type { Call } from '../../core/actor.ts';
import { DeskError, fail, failFields } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import * as store from '../store/pins.ts';
import { actorOf, staff } from '../store.ts';
import { hashPin } from './pin-hash.ts';
import type { Seats } from './seats.ts';
import { provePin } from './sit.ts';

const rowsOf = (staffId: StaffId) => [{ entity: 'staff', id: staffId }];

/** @throws DeskError INVALID_INPUT */
const refuseFaulty = (pin: string): void => {
  const code = pinFault(pin);
  if (code !== null) failFields({ path: 'pin', code });
};

const write = (tx: Tx, staffId: StaffId, kept: store.PinHash | null, action: string): void => {
  if (kept === null) store.removePin(tx.db, staffId);
  else store.savePin(tx.db, staffId, kept, tx.now);
  // That it changed, never to what: not even what is kept of it.
  tx.record({ action, rows: rowsOf(staffId) });
};

interface Change {
  readonly staffId: StaffId;
  /** Null: none from now on. */
  readonly pin: string | null;
  /** Her present one, when she changes her own. */
  readonly current: string | null;
}

/** @throws DeskError INVALID_INPUT, FORBIDDEN, PIN_WRONG, PIN_WAIT, NOT_FOUND */
export const setPin = async (
  seats: Seats,
  ground: Ground,
  call: Call,
  { staffId, pin, current }: Change,
): Promise<{ seat: string | null }> => {
  const own = call.actor.id === staffId;
  if (!own && !call.actor.rights.includes('people.govern')) fail('FORBIDDEN', { right: 'people.govern' });
  if (!staff(ground.db, staffId).active) fail('NOT_FOUND', { what: 'staff' });
  if (pin !== null) refuseFaulty(pin);
  else if (store.seating(ground.db).pinRequired) failFields({ path: 'pin', code: 'pin-required' });
  if (own && store.pinOf(ground.db, staffId) !== null) {
    if (current === null || current === '') return failFields({ path: 'current', code: 'required' });
    await provePin(seats, ground, call.station, { staffId, pin: current });
  }
  const kept = pin === null ? null : await hashPin(pin);
  ground.write(call, (tx) => write(tx, staffId, kept, kept === null ? 'pin.removed' : 'pin.set'));
  seats.endAllOf(staffId);
  seats.wait(staffId, 0);
  return { seat: own ? seats.give(staffId) : null };
};

/**
 * By the house's recovery code: whoever holds it could open the whole file elsewhere.
 * @throws DeskError WRONG_RECOVERY_CODE, FORBIDDEN, INVALID_INPUT, NOT_FOUND
 */
export const recoverPin = async (
  seats: Seats,
  ground: Ground,
  station: string,
  isCode: () => Promise<boolean>,
  { staffId, pin }: { readonly staffId: StaffId; readonly pin: string },
): Promise<{ seat: string }> => {
  const person = staff(ground.db, staffId);
  if (!person.active || person.role !== 'coordinator') fail('FORBIDDEN', { right: 'people.govern' });
  refuseFaulty(pin);
  const kept = await seats.inTurn(async () => {
    if (!(await isCode())) throw new DeskError('WRONG_RECOVERY_CODE', {});
    return await hashPin(pin);
  });
  const call: Call = { actor: { id: null, label: 'code de récupération', rights: [] }, station };
  ground.write(call, (tx) => write(tx, staffId, kept, 'pin.recovered'));
  seats.endAllOf(staffId);
  seats.wait(staffId, 0);
  return { seat: seats.give(staffId) };
};

const SEATING = { entity: 'seating', id: 1 };

/** @throws DeskError STALE_VERSION, INVALID_INPUT */
export const saveSeating = (ground: Ground, call: Call, next: Omit<Seating, 'withPin'>): Seating =>
  ground.write(call, (tx) => {
    const { withPin, ...before } = store.seating(tx.db);
    refuseStale(tx.db, SEATING.entity, { ...before, id: 1 }, { ...next, id: 1 });
    // Whoever asks it of everybody must still be able to sit down.
    const { id } = call.actor;
    if (next.pinRequired && (id === null || !withPin.includes(id) || actorOf(tx.db, id) === null))
      failFields({ path: 'pinRequired', code: 'own-pin-first' });
    const { withPin: _, ...after } = store.saveSeating(tx.db, next);
    tx.record({ action: 'seating.saved', rows: [SEATING], before, after });
    return store.seating(tx.db);
  });
