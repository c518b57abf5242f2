/** The order of a list as the desk shows it: by the rule in force and by nothing else, said in a sentence. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addPatient,
  BERNARD,
  clara,
  fixtureDb,
  MARTIN,
  NGUYEN,
  PETIT,
  patient,
  ROUX,
} from '../../../tests/support/agenda-house.ts';
import { newEntry } from '../../../tests/support/offers-desk.ts';
import { bareRefusalHouse, drNguyen, type RefusalHouse } from '../../../tests/support/refusal-house.ts';
import type { PatientId } from '../../contract/ids.ts';
import { run } from '../core/db.ts';
import { PROPOSED } from './rules/score.ts';
import { adoptRules, writeRules } from './service/rule-versions.ts';
import * as waitlist from './service.ts';
import { insertEntry, type NewEntry } from './store/entries.ts';

let house: RefusalHouse;
beforeEach(() => {
  house = bareRefusalHouse();
});
afterEach(() => house.close());

const waits = (patientId: PatientId, day: string, more: Partial<NewEntry> = {}) =>
  insertEntry(
    fixtureDb(house.ground),
    newEntry({ patientId, since: Date.parse(`${day}T09:00:00Z`), ...more }),
  );
const says = (patientId: PatientId, criterion: string) =>
  run(
    fixtureDb(house.ground),
    `INSERT INTO criteria (patient_id, criterion, version, answer, source, said_on, set_at, set_by)
     VALUES (?, ?, 1, 'yes', 'person', '2026-11-02', 0, 1)`,
    [patientId, criterion],
  );
const adopt = () => {
  const { id } = writeRules(house.ground, clara, PROPOSED);
  return adoptRules(house.ground, drNguyen, { id, on: '2026-11-20', practitionerIds: [NGUYEN, PETIT] });
};
const list = () => waitlist.list(house.ground, { kind: 'registration' });
const order = () => list().map(({ entry }) => entry.patient.id);

describe('A list', () => {
  test('is in the order of the days while the house has adopted no rule, whatever was answered', () => {
    waits(ROUX, '2026-10-12');
    waits(BERNARD, '2026-09-14');
    says(ROUX, 'long-term-illness');
    writeRules(house.ground, clara, PROPOSED);
    expect(list().map(({ entry, rank }) => [entry.patient.id, rank.score, rank.parts])).toEqual([
      [BERNARD, 0, []],
      [ROUX, 0, []],
    ]);
  });

  test('is in the order of the rule once it is adopted, and each line says its sum', () => {
    const { id } = waits(BERNARD, '2026-10-12');
    waits(MARTIN, '2026-09-14');
    says(BERNARD, 'long-term-illness');
    adopt();
    expect(order()).toEqual([BERNARD, MARTIN]);
    const line = waitlist.get(house.ground, id);
    expect(line.rank).toEqual({
      entryId: id,
      score: 42,
      parts: [
        { kind: 'criterion', criterion: 'long-term-illness', points: 30 },
        { kind: 'waiting', weeks: 6, points: 12 },
      ],
      sentence: 'ALD, attend depuis 42 jours',
      // Thirty points of the sixty that a newcomer can bring: the others are made up for in fifteen weeks.
      beforeEveryNewcomerOn: '2027-01-25',
      waitingDays: 42,
      atShortNotice: false,
    });
    expect(line.criteria.map(({ criterion, answer }) => [criterion, answer])).toContainEqual([
      'long-term-illness',
      'yes',
    ]);
    expect(list().find(({ entry }) => entry.id === id)).toEqual(line);
    expect(waitlist.ofPatient(house.ground, BERNARD)).toEqual([line]);
  });

  test('has those who cannot be reached after all the others, in the same order', () => {
    waits(ROUX, '2026-10-12', { state: 'unreachable' });
    waits(MARTIN, '2026-09-01', { state: 'unreachable' });
    waits(BERNARD, '2026-11-20');
    says(ROUX, 'long-term-illness');
    adopt();
    expect(order()).toEqual([BERNARD, ROUX, MARTIN]);
  });

  test('of whom to ask again has the earliest due first, and on one day whoever comes first', () => {
    waits(MARTIN, '2026-09-01', { reconfirmBy: '2026-11-20' });
    waits(ROUX, '2026-10-12', { reconfirmBy: '2026-11-20' });
    waits(BERNARD, '2026-10-12', { reconfirmBy: '2026-11-19' });
    says(ROUX, 'long-term-illness');
    adopt();
    expect(waitlist.toReconfirm(house.ground).map(({ entry }) => entry.patient.id)).toEqual([
      BERNARD,
      ROUX,
      MARTIN,
    ]);
  });

  test('is the same whatever the names, the sexes, the communes, who asked, and who was written down first', () => {
    adopt();
    const ids = [201, 202, 203, 204, 205].map(patient);
    for (const id of ids)
      addPatient(fixtureDb(house.ground), [id, `LIST${id}`, 'Lou', '1980-01-01', '+33639980099', null]);
    says(patient(203), 'c2s');
    says(patient(205), 'pregnancy');
    // Whoever waits since another day each: the last rule of the order, the entry's number, is never asked for.
    const days = ['2026-11-02', '2026-09-07', '2026-10-05', '2026-08-10', '2026-11-09'];
    const expected = [203, 204, 205, 202, 201].map(patient);
    const identity = fc.record({
      name: fc.constantFrom('ABADIE', 'MARTIN', 'ZOLA', 'ÉMILE', 'de VRIES'),
      sex: fc.constantFrom('female', 'male'),
      city: fc.constantFrom('Vichy', 'Cusset', 'Paris', null),
      origin: fc.constantFrom('call', 'counter', 'pharmacy'),
    });
    const shuffled = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    fc.assert(
      fc.property(shuffled, fc.array(identity, { minLength: 5, maxLength: 5 }), (written, people) => {
        const db = fixtureDb(house.ground);
        run(db, 'DELETE FROM waitlist_entry_practitioners');
        run(db, 'DELETE FROM waitlist_entries');
        for (const at of written) {
          const id = ids[at] ?? patient(0);
          const who = people[at];
          run(
            db,
            'UPDATE patients SET birth_name = ?, display_name = ?, sort_key = ?, sex = ?, city = ? WHERE id = ?',
            [who?.name ?? '', `${who?.name} Lou`, who?.name ?? '', who?.sex ?? '', who?.city ?? null, id],
          );
          waits(id, days[at] ?? '', { origin: (who?.origin ?? 'call') as NewEntry['origin'] });
        }
        expect(order()).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});
