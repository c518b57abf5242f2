import type { PractitionerId } from '../../../contract/ids.ts';
import type { PlaceFacts } from '../../../contract/waitlist.ts';
import { all, type ReadDb, run, type WriteDb } from '../../core/db.ts';

interface Row {
  readonly practitionerId: PractitionerId;
  readonly version: number;
  readonly stepFree: number | null;
  readonly homeVisits: number;
  readonly sex: PlaceFacts['sex'];
}

/** What is supposed of a place of which nobody has said anything. */
export const unsaid = (practitionerId: PractitionerId): PlaceFacts => ({
  practitionerId,
  version: 0,
  stepFree: null,
  homeVisits: false,
  sex: null,
});

/** Those of which somebody has said something. */
export const placeFactsSaid = (db: ReadDb): Map<PractitionerId, PlaceFacts> =>
  new Map(
    all<Row>(
      db,
      `SELECT practitioner_id AS practitionerId, version, step_free AS stepFree, home_visits AS homeVisits, sex
         FROM waitlist_place_facts`,
    ).map((row) => [
      row.practitionerId,
      {
        ...row,
        stepFree: row.stepFree === null ? null : row.stepFree === 1,
        homeVisits: row.homeVisits === 1,
      },
    ]),
  );

export const placeFactsOf = (db: ReadDb, id: PractitionerId): PlaceFacts =>
  placeFactsSaid(db).get(id) ?? unsaid(id);

/** Its version one higher than the one that it is given. */
export const savePlaceFacts = (db: WriteDb, next: PlaceFacts): PlaceFacts => {
  run(
    db,
    `INSERT INTO waitlist_place_facts (practitioner_id, version, step_free, home_visits, sex)
     VALUES (:practitionerId, :version, :stepFree, :homeVisits, :sex)
     ON CONFLICT (practitioner_id) DO UPDATE SET version = excluded.version, step_free = excluded.step_free,
       home_visits = excluded.home_visits, sex = excluded.sex`,
    {
      practitionerId: next.practitionerId,
      version: next.version + 1,
      stepFree: next.stepFree === null ? null : Number(next.stepFree),
      homeVisits: Number(next.homeVisits),
      sex: next.sex,
    },
  );
  return placeFactsOf(db, next.practitionerId);
};
