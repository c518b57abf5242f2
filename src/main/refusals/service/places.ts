/** A newcomer whom a practitioner takes on: a place of the month, kept from the moment it is said. */
import type { PractitionerId, RequestId } from '../../../contract/ids.ts';
import type { WhoCan } from '../../../contract/intake.ts';
import type { Call } from '../../core/actor.ts';
import { fail, found } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { type RequestRow, requestById, stillOpen } from '../../requests/service.ts';
import { whyNotAccept } from '../rules/accept.ts';
import * as store from '../store/places.ts';
import { staffOf } from './policies.ts';
import { listed, type Standing, standings } from './who-can.ts';

export const aboutRequest = (request: RequestRow, practitionerId: PractitionerId): RowRef[] => [
  { entity: 'request', id: request.id },
  ...(request.patientId === null ? [] : [{ entity: 'patient', id: request.patientId }]),
  { entity: 'practitioner', id: practitionerId },
];

const rowsOf = (request: RequestRow, place: store.PlaceRow): RowRef[] => [
  { entity: 'newcomer-place', id: place.id },
  ...aboutRequest(request, place.practitionerId),
];

const giveBackWithin = (tx: Tx, request: RequestRow, before: store.PlaceRow): void => {
  const after = store.giveBackPlace(tx.db, before, tx.now);
  tx.record({ action: 'newcomer.given-back', rows: rowsOf(request, after), before, after });
};

/** Gives back the place kept with this practitioner, if there is one. */
export const releaseWithin = (tx: Tx, request: RequestRow, practitionerId: PractitionerId): void => {
  const place = store.placeFor(tx.db, request.id);
  if (place?.practitionerId === practitionerId) giveBackWithin(tx, request, place);
};

/**
 * Keeps a place with this practitioner, and gives back the one kept with somebody else. One that is kept already stays.
 * The rules have said that she can (`whyNotAccept`); the database counts once more. Her own patient is no newcomer and
 * takes nobody's place.
 */
export const keepWithin = (tx: Tx, request: RequestRow, { practitioner, door, entry }: Standing): void => {
  const before = store.placeFor(tx.db, request.id);
  if (before?.practitionerId === practitioner.id) return;
  if (before) giveBackWithin(tx, request, before);
  if (door.followed) return;
  const after = store.keepPlace(tx.db, {
    requestId: request.id,
    practitionerId: practitioner.id,
    policyId: found(door.policy, 'policy').id,
    month: entry.meter.month,
    keptAt: tx.now,
    keptBy: staffOf(tx),
  });
  tx.record({ action: 'newcomer.accepted', rows: rowsOf(request, after), after });
};

const fresh = (tx: Tx, request: RequestRow, homeVisit: boolean): WhoCan[] =>
  listed(standings(tx.db, tx.now, request, homeVisit), request.profession);

interface Accepting {
  readonly request: { readonly id: RequestId; readonly version: number };
  readonly practitionerId: PractitionerId;
  readonly homeVisit: boolean;
}

/** @throws DeskError NO_POLICY, QUOTA_FULL, CONFLICT, NOT_FOUND, STALE_VERSION */
export const accept = (ground: Ground, call: Call, input: Accepting): WhoCan[] =>
  ground.write(call, (tx) => acceptWithin(tx, input));

/** The same within somebody else's transaction. @throws DeskError those of `accept` */
export const acceptWithin = (tx: Tx, input: Accepting): WhoCan[] => {
  const request = stillOpen(tx, input.request);
  const all = standings(tx.db, tx.now, request, input.homeVisit);
  const standing = found(
    all.find(({ practitioner }) => practitioner.id === input.practitionerId),
    'practitioner',
  );
  const why = whyNotAccept(standing.entry, listed(all, standing.practitioner.profession));
  if (why) fail(why.code, why.data);
  keepWithin(tx, request, standing);
  return fresh(tx, request, input.homeVisit);
};

/** @throws DeskError NOT_FOUND when no place is kept for this request with this practitioner */
export const giveBack = (
  ground: Ground,
  call: Call,
  input: { readonly requestId: RequestId; readonly practitionerId: PractitionerId },
): WhoCan[] =>
  ground.write(call, (tx) => {
    const request = requestById(tx.db, input.requestId);
    const place = store.placeFor(tx.db, request.id);
    if (place?.practitionerId !== input.practitionerId) return fail('NOT_FOUND', { what: 'place' });
    giveBackWithin(tx, request, place);
    return fresh(tx, request, false);
  });
