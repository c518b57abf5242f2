/**
 * Who waits to be taken on in the fictitious house, by which rule, and the places that one of its doctors gives: as those who
 * are named would have written it, each on her day.
 */
import type { AskedCriterion } from '../../contract/criteria.ts';
import type { PatientId, PractitionerId } from '../../contract/ids.ts';
import type { Practitioner } from '../../contract/practice.ts';
import { addDays } from '../../contract/time.ts';
import type { Tx } from '../core/ground.ts';
import { setWithin } from '../criteria/service.ts';
import { allStaff } from '../people/store.ts';
import { PROPOSED } from '../waitlist/rules/score.ts';
import { triedFrom } from '../waitlist/service/acts.ts';
import { addWithin } from '../waitlist/service/add.ts';
import { givePlacesWithin } from '../waitlist/service/given-places.ts';
import { adoptRulesWithin, writeRulesWithin } from '../waitlist/service/rule-versions.ts';
import { rowsOf } from '../waitlist/service/shared.ts';
import { type EntryRow, saveEntry } from '../waitlist/store/entries.ts';
import type { Hour } from './course.ts';
import { asStaff } from './requests.ts';

const WRITTEN_DAYS_AGO = 70;
const ADOPTED_DAYS_AGO = 63;
const ADOPTED_BY = ['Bontemps', 'Nguyen', 'Clairval'];

/** Her list is full: she takes three more, of those who have waited. */
const GIVES = { familyName: 'Bontemps', count: 3, daysAgo: 4, daysAhead: 24 } as const;

interface Waits {
  readonly daysAgo: number;
  readonly atLeast: number;
  readonly atMost: number;
  readonly said?: readonly AskedCriterion[];
  readonly attempts?: number;
  readonly cptsAgrees?: boolean;
  readonly morning?: true;
}

const waiting: readonly Waits[] = [
  { daysAgo: 58, atLeast: 20, atMost: 60, attempts: 1, cptsAgrees: true },
  { daysAgo: 41, atLeast: 71, atMost: 88, said: ['long-term-illness'], morning: true, cptsAgrees: true },
  { daysAgo: 33, atLeast: 20, atMost: 60, said: ['c2s'], cptsAgrees: false },
  { daysAgo: 26, atLeast: 25, atMost: 65, attempts: 3 },
  { daysAgo: 12, atLeast: 71, atMost: 95, said: ['doctor-gone', 'reduced-mobility'] },
  { daysAgo: 6, atLeast: 20, atMost: 60 },
];

/** They have scenes of their own (requests-script.ts). */
const WITH_SCENES = 100;

export interface Known {
  readonly id: PatientId;
  readonly age: number;
  readonly doctor: PractitionerId | null;
}

const change = (tx: Tx, action: string, before: EntryRow, next: EntryRow): EntryRow => {
  const after = saveEntry(tx.db, next);
  tx.record({ action, rows: rowsOf(after), before, after });
  return after;
};

/** Before anything else that the journal tells: all of it lies further back. */
export const keepLists = (
  tx: Tx,
  { today, instant }: Hour,
  practitioners: readonly Practitioner[],
  everybody: readonly Known[],
): void => {
  const staff = allStaff(tx.db);
  const idOf = (familyName: string): PractitionerId => {
    const one = practitioners.find((practitioner) => practitioner.familyName === familyName);
    if (one === undefined) throw new Error('the fictitious house has lost somebody');
    return one.id;
  };
  const onDay = (daysAgo: number, at: number, by: PractitionerId | null): Tx =>
    asStaff(
      tx,
      staff.find(({ role, practitionerId }) =>
        by === null ? role === 'reception' : role === 'practitioner' && practitionerId === by,
      ),
      instant(addDays(today, -daysAgo), at),
    );

  const { id } = writeRulesWithin(onDay(WRITTEN_DAYS_AGO, 780, null), PROPOSED);
  adoptRulesWithin(onDay(ADOPTED_DAYS_AGO, 765, idOf('Nguyen')), {
    id,
    on: addDays(today, -ADOPTED_DAYS_AGO),
    practitionerIds: ADOPTED_BY.map(idOf),
  });

  const taken = new Set<PatientId>();
  for (const { daysAgo, atLeast, atMost, said = [], attempts = 0, cptsAgrees, morning } of waiting) {
    const person = everybody.find(
      ({ id: own, age, doctor }, index) =>
        index >= WITH_SCENES && doctor === null && !taken.has(own) && age >= atLeast && age <= atMost,
    );
    if (person === undefined) throw new Error('the fictitious house knows nobody without a doctor');
    taken.add(person.id);
    const then = onDay(daysAgo, 640, null);
    let entry = addWithin(then, {
      kind: 'registration',
      patientId: person.id,
      profession: 'general-practitioner',
      origin: 'counter',
      limits: {
        practitionerIds: [],
        wishes: {
          days: [],
          from: null,
          to: morning ? 720 : null,
          practitionerSex: null,
          atShortNotice: false,
          note: null,
        },
        homeVisit: false,
        stepFree: false,
      },
    });
    const saidOn = addDays(today, -daysAgo);
    for (const criterion of said)
      setWithin(
        then,
        person.id,
        { criterion, answer: 'yes', source: 'person', saidOn, holdsUntil: null },
        0,
        rowsOf(entry),
      );
    if (cptsAgrees !== undefined) entry = change(then, 'waitlist.updated', entry, { ...entry, cptsAgrees });
    for (let times = 0; times < attempts; times += 1) {
      const rung = onDay(daysAgo - 2 - times, 680, null);
      entry = change(rung, 'waitlist.tried', entry, triedFrom(rung, entry));
    }
  }

  givePlacesWithin(onDay(GIVES.daysAgo, 780, idOf(GIVES.familyName)), {
    practitionerId: idOf(GIVES.familyName),
    count: GIVES.count,
    until: addDays(today, GIVES.daysAhead),
  });
};
