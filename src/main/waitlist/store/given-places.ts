/** Places that a practitioner gives to the registration list until a day. Never deleted. */
import type { GivenPlacesId, PatientId, PractitionerId, StaffId } from '../../../contract/ids.ts';
import type { Profession } from '../../../contract/professions.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import type { GivenPlaces } from '../../../contract/waitlist-offers.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

export interface GivenRow {
  readonly id: GivenPlacesId;
  readonly version: number;
  readonly practitionerId: PractitionerId;
  readonly count: number;
  readonly until: Day;
  readonly givenAt: Instant;
  readonly givenBy: StaffId;
  readonly closed: GivenPlaces['closed'];
  readonly closedAt: Instant | null;
}

const SELECT = `SELECT g.id, g.version, g.practitioner_id AS practitionerId, g.places AS count, g.until_day AS until,
  g.given_at AS givenAt, g.given_by AS givenBy, g.closed, g.closed_at AS closedAt FROM given_places g`;

/** @throws DeskError NOT_FOUND */
export const givenPlacesById = (db: ReadDb, id: GivenPlacesId): GivenRow =>
  found(get<GivenRow>(db, `${SELECT} WHERE g.id = ?`, [id]), 'given-places');

/** Neither used up nor withdrawn, the nearest end first; whether their day has passed is for the reader to say. */
export const standingPlaces = (db: ReadDb): GivenRow[] =>
  all<GivenRow>(db, `${SELECT} WHERE g.closed IS NULL ORDER BY g.until_day, g.id`);

export const insertGivenPlaces = (
  db: WriteDb,
  draft: Pick<GivenRow, 'practitionerId' | 'count' | 'until' | 'givenAt' | 'givenBy'>,
): GivenRow => {
  const { id } = run(
    db,
    `INSERT INTO given_places (version, practitioner_id, places, until_day, given_at, given_by)
     VALUES (1, :practitionerId, :count, :until, :givenAt, :givenBy)`,
    draft,
  );
  return givenPlacesById(db, id as GivenPlacesId);
};

/** Closed, or open again; its version one higher. */
export const saveClosed = (
  db: WriteDb,
  { id }: GivenRow,
  { closed, closedAt }: Pick<GivenRow, 'closed' | 'closedAt'>,
): GivenRow => {
  run(
    db,
    'UPDATE given_places SET version = version + 1, closed = :closed, closed_at = :closedAt WHERE id = :id',
    { id, closed, closedAt },
  );
  return givenPlacesById(db, id);
};

export const takenAndInOffer = (
  db: ReadDb,
  id: GivenPlacesId,
  now: Instant,
): { taken: number; inOffer: number } =>
  found(
    get<{ taken: number; inOffer: number }>(
      db,
      `SELECT count(*) FILTER (WHERE answer = 'accepted') AS taken,
         count(*) FILTER (WHERE answer IS NULL AND expires_at > :now) AS inOffer
         FROM waitlist_offers WHERE places_id = :id`,
      { id, now },
    ),
    'given-places',
  );

/** Whoever was taken on from the registration list of this profession since then; one person once, however many records. */
export const servedSince = (db: ReadDb, profession: Profession, since: Instant): PatientId[] =>
  all<{ id: PatientId }>(
    db,
    `SELECT DISTINCT coalesce(p.survivor_id, p.id) AS id FROM waitlist_entries e JOIN patients p ON p.id = e.patient_id
      WHERE e.kind = 'registration' AND e.ended = 'accepted' AND e.profession = :profession AND e.closed_at >= :since`,
    { profession, since },
  ).map(({ id }) => id);
