/** One person × one place, as it was offered; never deleted, answered once. */
import type {
  ClaimId,
  FreedSlotId,
  GivenPlacesId,
  PatientId,
  PractitionerId,
  StaffId,
  WaitlistEntryId,
  WaitlistOfferId,
  WaitlistRulesId,
} from '../../../contract/ids.ts';
import type { Day, Instant, Minute } from '../../../contract/time.ts';
import type { Offer, OfferAnswer, OverrideReason } from '../../../contract/waitlist-offers.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

export interface OfferRow {
  readonly id: WaitlistOfferId;
  readonly version: number;
  /** One of the two. */
  readonly slotId: FreedSlotId | null;
  readonly placesId: GivenPlacesId | null;
  readonly practitionerId: PractitionerId;
  /** The part of the freed time that was offered; null for a given place. */
  readonly start: Minute | null;
  readonly end: Minute | null;
  readonly entryId: WaitlistEntryId;
  readonly holdId: ClaimId | null;
  readonly rulesId: WaitlistRulesId | null;
  readonly score: number;
  readonly sentence: string;
  readonly override: OverrideReason | null;
  readonly offeredAt: Instant;
  readonly offeredBy: StaffId;
  readonly expiresAt: Instant;
  readonly answer: OfferAnswer | null;
  readonly answeredAt: Instant | null;
  readonly answeredBy: StaffId | null;
  readonly appointmentId: ClaimId | null;
}

const COLUMNS = `o.id, o.version, o.slot_id AS slotId, o.places_id AS placesId, o.practitioner_id AS practitionerId,
  o.start_min AS start, o.end_min AS "end", o.entry_id AS entryId, o.hold_id AS holdId, o.rules_id AS rulesId, o.score,
  o.sentence, o.override, o.offered_at AS offeredAt, o.offered_by AS offeredBy, o.expires_at AS expiresAt, o.answer,
  o.answered_at AS answeredAt, o.answered_by AS answeredBy, o.appointment_id AS appointmentId`;
const SELECT = `SELECT ${COLUMNS} FROM waitlist_offers o`;

/** @throws DeskError NOT_FOUND */
export const offerById = (db: ReadDb, id: WaitlistOfferId): OfferRow =>
  found(get<OfferRow>(db, `${SELECT} WHERE o.id = ?`, [id]), 'waitlist-offer');

const STANDS = 'o.answer IS NULL AND o.expires_at > :now';

/** Whoever is being offered this place right now. */
export const openOfferOfSlot = (db: ReadDb, slotId: FreedSlotId, now: Instant): OfferRow | undefined =>
  get<OfferRow>(db, `${SELECT} WHERE o.slot_id = :slotId AND ${STANDS}`, { slotId, now });

/** What this person is being offered right now. */
export const openOfferOfEntry = (db: ReadDb, entryId: WaitlistEntryId, now: Instant): OfferRow | undefined =>
  get<OfferRow>(db, `${SELECT} WHERE o.entry_id = :entryId AND ${STANDS}`, { entryId, now });

/** All that stand now, freed places and given ones. */
export const openOffers = (db: ReadDb, now: Instant): OfferRow[] =>
  all<OfferRow>(db, `${SELECT} WHERE ${STANDS} ORDER BY o.id`, { now });

export const offersOfSlot = (db: ReadDb, slotId: FreedSlotId): OfferRow[] =>
  all<OfferRow>(db, `${SELECT} WHERE o.slot_id = ? ORDER BY o.id`, [slotId]);

export const offersOfPlaces = (db: ReadDb, placesId: GivenPlacesId): OfferRow[] =>
  all<OfferRow>(db, `${SELECT} WHERE o.places_id = ? ORDER BY o.id`, [placesId]);

/** Whatever was offered of a practitioner's time on one day, by whichever card. */
export const offersOn = (db: ReadDb, practitionerId: PractitionerId, day: Day): OfferRow[] =>
  all<OfferRow>(
    db,
    `${SELECT} JOIN freed_slots s ON s.id = o.slot_id WHERE s.practitioner_id = ? AND s.day = ? ORDER BY o.id`,
    [practitionerId, day],
  );

/** Whoever accepted one of these cards. */
export const peopleMovedIn = (db: ReadDb, chain: readonly FreedSlotId[]): PatientId[] =>
  all<{ id: PatientId }>(
    db,
    `SELECT DISTINCT e.patient_id AS id FROM waitlist_offers o JOIN waitlist_entries e ON e.id = o.entry_id
      WHERE o.slot_id IN (SELECT value FROM json_each(?)) AND o.answer = 'accepted'`,
    [JSON.stringify(chain)],
  ).map((row) => row.id);

/** Unanswered although their time ran out. */
export const overdueOffers = (db: ReadDb, now: Instant): OfferRow[] =>
  all<OfferRow>(db, `${SELECT} WHERE o.answer IS NULL AND o.expires_at <= ? ORDER BY o.id`, [now]);

export type NewOffer = Omit<
  OfferRow,
  'id' | 'version' | 'answer' | 'answeredAt' | 'answeredBy' | 'appointmentId'
>;

/** @throws what the tables say when the place or the person is being offered already */
export const insertOffer = (db: WriteDb, draft: NewOffer): OfferRow => {
  const { id } = run(
    db,
    `INSERT INTO waitlist_offers (version, slot_id, places_id, practitioner_id, start_min, end_min, entry_id, hold_id,
       rules_id, score, sentence, override, offered_at, offered_by, expires_at)
     VALUES (1, :slotId, :placesId, :practitionerId, :start, :end, :entryId, :holdId, :rulesId, :score, :sentence,
       :override, :offeredAt, :offeredBy, :expiresAt)`,
    { ...draft },
  );
  return offerById(db, id as WaitlistOfferId);
};

export type Answered = Pick<OfferRow, 'answer' | 'answeredAt' | 'answeredBy' | 'appointmentId'>;

export const saveAnswer = (db: WriteDb, id: WaitlistOfferId, answered: Answered): OfferRow => {
  run(
    db,
    `UPDATE waitlist_offers SET version = version + 1, answer = :answer, answered_at = :answeredAt,
       answered_by = :answeredBy, appointment_id = :appointmentId WHERE id = :id`,
    { id, ...answered },
  );
  return offerById(db, id);
};

/** As screens see them. An offer whose time ran out says so, whether or not anybody has marked it yet. */
export const toOffers = (db: ReadDb, rows: readonly OfferRow[], now: Instant): Offer[] => {
  // Of two thousand who wait, nearly all were offered nothing.
  if (rows.length === 0) return [];
  const days = new Map(
    all<{ id: FreedSlotId; day: Day }>(
      db,
      'SELECT id, day FROM freed_slots WHERE id IN (SELECT value FROM json_each(?))',
      [JSON.stringify(rows.flatMap(({ slotId }) => slotId ?? []))],
    ).map(({ id, day }) => [id, day]),
  );
  return rows.map(({ slotId, placesId, start, end, ...row }): Offer => {
    const over = row.answer === null && row.expiresAt <= now;
    const ended = over ? { answer: 'expired' as const, answeredAt: row.expiresAt } : {};
    if (slotId === null)
      return { ...row, ...ended, of: { kind: 'given', id: found(placesId, 'given-places') } };
    const day = found(days.get(slotId), 'freed-slot');
    return {
      ...row,
      ...ended,
      of: { kind: 'freed', id: slotId, day, start: start ?? 0, end: end ?? 0 },
    };
  });
};

export const toOffer = (db: ReadDb, row: OfferRow, now: Instant): Offer =>
  found(toOffers(db, [row], now)[0], 'waitlist-offer');
