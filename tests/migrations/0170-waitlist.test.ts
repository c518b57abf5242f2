/** A house that put people on a list before the lists had entries: each is there afterwards, since the day she asked. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { all, type ReadDb, run, type WriteDb } from '../../src/main/core/db.ts';
import { follow } from '../../src/main/core/follow.ts';
import { createGround, type Ground } from '../../src/main/core/ground.ts';
import { silentLog } from '../../src/main/core/log.ts';
import { migrate, shippedMigrations } from '../../src/main/core/migrate.ts';
import { closeFile, openFile } from '../../src/main/core/open-file.ts';
import * as waitlist from '../../src/main/waitlist/service.ts';
import { clara, DUPONT, fillHouse, MARTIN, NGUYEN, PETIT, ROUX } from '../support/agenda-house.ts';
import { testFolders } from '../support/data-folder.ts';
import { testClock } from '../support/ground.ts';
import { anyTime } from '../support/requests-desk.ts';

const folders = testFolders();
afterEach(folders.removeAll);

const DAY = 86_400_000;
const clock = testClock();
const STARTED = clock.now();

let db: ReadDb;
let ground: Ground;
beforeEach(() => {
  clock.set(STARTED);
  db = openFile(`${folders.make()}/parvis.db`, Buffer.alloc(32, 7));
  migrate(
    db,
    STARTED,
    shippedMigrations().filter(({ version }) => version < 160),
  );
  ground = createGround(db, clock);
  fillHouse(ground);
});
afterEach(() => closeFile(db));

const asked = (id: number, patientId: number, at: number, outcome: string, list: unknown): void => {
  const listed = outcome === 'registration-list';
  run(
    db as WriteDb,
    `INSERT INTO requests (id, version, nature, origin, patient_id, profession, owner_staff_id, due, opened_at, opened_by,
       closed_at, closed_by, outcome, list_profession, list_wishes)
     VALUES (:id, 2, 'registration', 'call', :patientId, 'general-practitioner', 1, :at, :at, 1, :at + 60000, 1, :outcome,
       :profession, :wishes)`,
    {
      id,
      patientId,
      at,
      outcome,
      profession: listed ? 'general-practitioner' : null,
      wishes: listed ? JSON.stringify(list) : null,
    },
  );
  ground.write(clara, (tx) =>
    tx.record({
      action: 'request.concluded',
      rows: [
        { entity: 'request', id },
        { entity: 'patient', id: patientId },
      ],
    }),
  );
};
const onWednesdays = (practitionerIds: readonly number[]) => ({
  practitionerIds,
  wishes: { ...anyTime, days: [3] },
});

it('every row of before is as it was, and whoever waits has an entry with its date', () => {
  asked(1, ROUX, STARTED, 'registration-list', onWednesdays([NGUYEN]));
  asked(2, MARTIN, STARTED + 2 * DAY, 'registration-list', onWednesdays([]));
  // Settled since: she is not on the list any more.
  asked(3, DUPONT, STARTED + 2 * DAY, 'registration-list', onWednesdays([]));
  asked(4, DUPONT, STARTED + 3 * DAY, 'withdrawn', null);
  const columns =
    'id, version, nature, origin, patient_id, opened_at, closed_at, outcome, list_profession, list_wishes';
  const rows = () => all(db, `SELECT ${columns} FROM requests ORDER BY id`);
  const before = rows();
  expect(before).toHaveLength(4);

  clock.set(STARTED + 200 * DAY);
  migrate(db, clock.now());
  const follower = follow(
    ground,
    waitlist.ENTRIES,
    waitlist.entriesReaction,
    silentLog,
    waitlist.concernsEntries,
  );
  follower.catchUp();
  follower.stop();

  expect(rows()).toEqual(before);
  expect(
    waitlist
      .list(ground, { kind: 'registration' })
      .map(({ entry }) => [
        entry.patient.id,
        entry.since,
        entry.requestId,
        entry.practitionerIds,
        entry.wishes.days,
        entry.reconfirmBy,
      ]),
  ).toEqual([
    [ROUX, STARTED, 1, [NGUYEN], [3], '2027-02-21'],
    [MARTIN, STARTED + 2 * DAY, 2, [], [3], '2027-02-23'],
  ]);
  // « Toujours en recherche ? » is due for both; nobody was asked for months.
  expect(waitlist.counts(ground)).toEqual({ registration: 2, earlier: 0, toReconfirm: 2, old: 2 });
});

it('a house with nobody on a list has empty lists, and goes on', () => {
  migrate(db, STARTED + DAY);
  expect(waitlist.list(ground, { kind: 'registration' })).toEqual([]);
  const added = waitlist.add(ground, clara, {
    kind: 'registration',
    patientId: ROUX,
    profession: 'general-practitioner',
    origin: 'counter',
    limits: { practitionerIds: [PETIT], wishes: anyTime, homeVisit: false, stepFree: false },
  });
  expect(added.state).toBe('waiting');
});
