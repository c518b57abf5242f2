/**
 * Two thousand people ranked for one place: by the rule alone, against the same list sorted by one number and one date; and
 * by the desk, which reads them first, against the same rows read by bare statements. Each in the same run.
 */
import { Criterion } from '../../src/contract/criteria.ts';
import type { ClaimId, FreedSlotId, WaitlistEntryId } from '../../src/contract/ids.ts';
import { addDays } from '../../src/contract/time.ts';
import { cancel } from '../../src/main/agenda/service.ts';
import { all, type ReadDb, type WriteDb } from '../../src/main/core/db.ts';
import { createGround, type Ground } from '../../src/main/core/ground.ts';
import { silentLog } from '../../src/main/core/log.ts';
import { followFreed, freed, freedSlot } from '../../src/main/waitlist/offers-service.ts';
import type { RankFacts } from '../../src/main/waitlist/rules/facts.ts';
import { ranked } from '../../src/main/waitlist/rules/rank.ts';
import { PROPOSED } from '../../src/main/waitlist/rules/score.ts';
import { callAs } from '../support/ground.ts';
import { NOW, PARIS, person, placeOf, TODAY } from '../support/waiting-people.ts';
import { TODAY as BENCH_DAY, NOW as BENCH_NOW, type GrownHouse } from './grow.ts';
import { chance, type Figure, figure, measure } from './measure.ts';
import { fillWaitlist, WAITING } from './waiting.ts';

const people = (count: number): RankFacts[] => {
  const random = chance(7);
  return Array.from({ length: count }, (_, i) =>
    person(i + 1, {
      since: addDays(TODAY, -Math.floor(random() * 700)),
      counting: Criterion.options.filter((criterion) => criterion !== 'child-under-2' && random() < 0.2),
      birth: { precision: 'day', value: '1948-03-12' },
      wishes: {
        days: random() < 0.3 ? [2, 4] : [],
        from: random() < 0.2 ? 840 : null,
        to: random() < 0.2 ? 720 : null,
        practitionerSex: random() < 0.1 ? 'female' : null,
        atShortNotice: random() < 0.3,
      },
      homeVisit: random() < 0.05,
      stepFree: random() < 0.1,
      minutes: 15,
    }),
  );
};

/** A fresh order each time: a list that is sorted already costs next to nothing. */
const mixed = <T>(list: readonly T[], random: () => number): T[] =>
  list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

const byTheRule = (): Figure => {
  const random = chance(11);
  const all = people(2000);
  const lists = Array.from({ length: 60 }, () => mixed(all, random));
  const at = { rules: PROPOSED, now: NOW, zone: PARIS, place: placeOf() };
  const scores = new Map(
    [...ranked(all, at).candidates, ...ranked(all, at).others].map(({ rank }) => [rank.entryId, rank.score]),
  );
  const score = (id: WaitlistEntryId): number => scores.get(id) ?? 0;
  const bare = measure(lists, (list) =>
    [...list].sort(
      (a, b) => score(b.entryId) - score(a.entryId) || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0),
    ),
  );
  return figure(
    'classement de 2 000 personnes pour une place, par la règle',
    20,
    measure(lists, (list) => ranked(list, at)),
    { what: 'un tri nu', measured: bare },
  );
};

/** What the names are made of, read and nothing done with it. */
const bareRead = (db: ReadDb): unknown => [
  all(db, `SELECT * FROM waitlist_entries WHERE kind = 'earlier' AND state = 'waiting'`),
  all(
    db,
    `SELECT s.* FROM waitlist_entries e JOIN patient_summaries s ON s.record_id = e.patient_id
      WHERE e.kind = 'earlier' AND e.state = 'waiting'`,
  ),
  all(
    db,
    `SELECT c.id, c.day, c.start_min, c.end_min FROM waitlist_entries e JOIN claims c ON c.id = e.appointment_id
      WHERE e.kind = 'earlier' AND e.state = 'waiting'`,
  ),
  all(db, `SELECT c.* FROM waitlist_entries e JOIN criteria c ON c.patient_id = e.patient_id`),
];

/** The day after tomorrow, one of the doctors' appointments is cancelled. */
const freedPlace = (ground: Ground): FreedSlotId => {
  const follower = followFreed(ground, silentLog);
  const [row] = all<{ id: ClaimId; version: number }>(
    ground.db,
    `SELECT id, version FROM claims WHERE day = ? AND practitioner_id = 1 AND status = 'booked' ORDER BY start_min LIMIT 1`,
    [addDays(BENCH_DAY, 2)],
  );
  if (row === undefined) throw new Error('nobody is booked the day after tomorrow');
  cancel(ground, callAs(1, 'CM'), { ...row, by: 'patient' });
  follower.catchUp();
  follower.stop();
  const [card] = freed(ground);
  if (card === undefined) throw new Error('the cancelled appointment freed no place');
  return card.id;
};

const byTheDesk = (house: GrownHouse): Figure => {
  const db = house.open() as WriteDb;
  try {
    fillWaitlist(db);
    const ground = createGround(db, { now: () => BENCH_NOW });
    const id = freedPlace(ground);
    const { slot, othersCount } = freedSlot(ground, id);
    if (slot.matching + othersCount !== WAITING) throw new Error('not everybody who waits was ranked');
    const runs = Array.from({ length: 60 });
    const bare = measure(runs, () => bareRead(db));
    return figure(
      'noms d’une place libérée parmi 2 000 qui attendent, au bureau',
      20,
      measure(runs, () => freedSlot(ground, id)),
      { what: 'lire les mêmes lignes', measured: bare },
    );
  } finally {
    db.close();
  }
};

export const benchWaitlistRank = (house: GrownHouse): Figure[] => [byTheRule(), byTheDesk(house)];
