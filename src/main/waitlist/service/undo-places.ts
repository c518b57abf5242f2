/** Taking back what was said of given places: nobody is left without an outcome, and a place that was taken is free again. */
import type { GivenPlacesId, WaitlistOfferId } from '../../../contract/ids.ts';
import { fail } from '../../core/errors.ts';
import type { Tx } from '../../core/ground.ts';
import type { JournalRecord, RowRef } from '../../core/journal.ts';
import type { Compensation, Compensations } from '../../core/undo.ts';
import { callOffWith } from '../../requests/service.ts';
import { type GivenRow, givenPlacesById, saveClosed, standingPlaces } from '../store/given-places.ts';
import { offersOfPlaces } from '../store/offers.ts';
import { asOf, rowsOfPlaces } from './given-places.ts';
import { offerCompensations, takeBack } from './undo-offers.ts';

const OPEN = { closed: null, closedAt: null } as const;

const rowIn = (entry: JournalRecord, entity: string): number | undefined =>
  entry.rows.find((row) => row.entity === entity)?.id;

/** @throws DeskError UNDO_TOO_LATE */
const asLeft = (tx: Tx, entry: JournalRecord): GivenRow => {
  const left = entry.after as GivenRow;
  const now = givenPlacesById(tx.db, left.id);
  return now.version === left.version ? now : fail('UNDO_TOO_LATE', {});
};

/** Two at a time of one practitioner cannot stand. @throws DeskError UNDO_TOO_LATE */
const openAgain = (tx: Tx, before: GivenRow): GivenRow => {
  const again = asOf(tx.db, tx.now, { ...before, ...OPEN });
  const standing = standingPlaces(tx.db).some(
    ({ practitionerId }) => practitionerId === before.practitionerId,
  );
  if (again.closed !== null || standing) fail('UNDO_TOO_LATE', {});
  return saveClosed(tx.db, before, OPEN);
};

/** As long as nobody was rung for them. */
const given: Compensation = (tx, entry) => {
  const now = asLeft(tx, entry);
  if (offersOfPlaces(tx.db, now.id).length > 0) fail('UNDO_TOO_LATE', {});
  return rowsOfPlaces(saveClosed(tx.db, now, { closed: 'withdrawn', closedAt: tx.now }));
};

const withdrawn: Compensation = (tx, entry) => rowsOfPlaces(openAgain(tx, asLeft(tx, entry)));

/** The last place closed them: one that is given back opens them again, if their day has not passed meanwhile. */
const placeBack = (tx: Tx, id: number): RowRef => {
  const before = givenPlacesById(tx.db, id as GivenPlacesId);
  if (before.closed === 'used') {
    const after = openAgain(tx, before);
    tx.record({ action: 'places.open-again', rows: rowsOfPlaces(after), before, after });
  }
  return { entity: 'given-places', id };
};

const taken: Compensation = (tx, entry) => {
  const [offer, callback, places] = ['waitlist-offer', 'callback', 'given-places'].map((entity) =>
    rowIn(entry, entity),
  );
  if (offer === undefined || callback === undefined || places === undefined) return fail('UNDO_TOO_LATE', {});
  callOffWith(tx, callback);
  takeBack(tx, offer as WaitlistOfferId);
  placeBack(tx, places);
  return entry.rows;
};

const booked: Compensation = (tx, entry) => {
  const before = offerCompensations['appointment.booked'];
  if (!before) throw new Error('the offers no longer say how a booking is undone');
  const rows = before(tx, entry);
  const places = rowIn(entry, 'given-places');
  return places === undefined ? rows : [...rows, placeBack(tx, places)];
};

/** Registered after those of the offers: the booking's one stands for all. */
export const placesCompensations: Compensations = {
  'places.given': given,
  'places.withdrawn': withdrawn,
  'places.taken': taken,
  'appointment.booked': booked,
};
