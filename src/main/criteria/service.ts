/**
 * What may lift a person on a list, and nothing else. Only the lists ask, and only about somebody who is on one: whatever
 * decides about a refusal stands below or beside, and cannot see this (scripts/floors/table.ts).
 */
import type { CriterionDraft, CriterionFact } from '../../contract/criteria.ts';
import type { PatientId, StaffId } from '../../contract/ids.ts';
import type { PatientSummary } from '../../contract/patients.ts';
import { type Day, localNow } from '../../contract/time.ts';
import type { ReadDb } from '../core/db.ts';
import { fail, failFields } from '../core/errors.ts';
import type { Tx } from '../core/ground.ts';
import type { RowRef } from '../core/journal.ts';
import { changedFields } from '../core/stale.ts';
import { asLeft, type Compensation, type Compensations } from '../core/undo.ts';
import { survivorOf } from '../patients/store.ts';
import { housesZone } from '../practice/store/house.ts';
import { factsOf } from './rules/facts.ts';
import {
  type CriterionRow,
  criterionById,
  criterionUnder,
  insertCriterion,
  saidOf,
  saveCriterion,
} from './store.ts';

type Person = Pick<PatientSummary, 'id' | 'birth'>;

/** What counts for these people on a day of the house, by the id of each. */
export const criteriaOf = (
  db: ReadDb,
  people: readonly Person[],
  today: Day,
): Map<PatientId, CriterionFact[]> => {
  const said = saidOf(
    db,
    people.map(({ id }) => id),
  );
  return new Map(people.map(({ id, birth }) => [id, factsOf(birth, said.get(id) ?? [], today)]));
};

/** @throws DeskError NO_ACTOR: the program itself asks nobody */
const staffOf = (tx: Tx): StaffId => tx.call.actor.id ?? fail('NO_ACTOR', {});

const rowsOf = (row: CriterionRow): RowRef[] => [
  { entity: 'criterion', id: row.id },
  { entity: 'patient', id: row.patientId },
];

/** @throws DeskError INVALID_INPUT */
const refuseWrongDays = (draft: CriterionDraft, today: Day): void => {
  if (draft.saidOn > today) failFields({ path: 'fact.saidOn', code: 'in-future' });
  if (draft.holdsUntil !== null && draft.holdsUntil < draft.saidOn)
    failFields({ path: 'fact.holdsUntil', code: 'before-said' });
};

/** @throws DeskError STALE_VERSION */
const refuseStaleAnswer = (now: CriterionRow | undefined, sent: CriterionDraft, version: number): void => {
  const current = now?.version ?? 0;
  if (current === version) return;
  const { criterion, answer, source, saidOn, holdsUntil } = now ?? sent;
  fail('STALE_VERSION', {
    version: current,
    changed: changedFields(sent, { criterion, answer, source, saidOn, holdsUntil }),
  });
};

/**
 * One answer, within the transaction of the list that asks. The caller has made sure that the person is on a list.
 * @param version of the fact as it was shown; 0 when nobody had said anything
 * @param about further rows that the journal entry tells of
 * @throws DeskError STALE_VERSION, INVALID_INPUT, NOT_FOUND
 */
export const setWithin = (
  tx: Tx,
  patientId: PatientId,
  draft: CriterionDraft,
  version: number,
  about: readonly RowRef[] = [],
): CriterionRow => {
  refuseWrongDays(draft, localNow(tx.now, housesZone(tx.db)).day);
  const person = survivorOf(tx.db, patientId) ?? fail('NOT_FOUND', { what: 'patient' });
  const counting = saidOf(tx.db, [person])
    .get(person)
    ?.find(({ criterion }) => criterion === draft.criterion);
  refuseStaleAnswer(counting, draft, version);
  const own = criterionUnder(tx.db, person, draft.criterion);
  const next = {
    ...draft,
    // Above that of a merged record too: what was shown before can never be taken for what is shown now.
    version: Math.max(version, own?.version ?? 0) + 1,
    patientId: person,
    setAt: tx.now,
    setBy: staffOf(tx),
  };
  const after =
    own === undefined ? insertCriterion(tx.db, next) : saveCriterion(tx.db, { ...next, id: own.id });
  tx.record({
    action: 'criterion.set',
    rows: [...rowsOf(after), ...about],
    ...(own === undefined ? {} : { before: own }),
    after,
    undoable: true,
  });
  return after;
};

/** Nothing was said before: then it is `unknown` again. The row stays, so that its version still tells who read what. */
const set: Compensation = (tx, entry) => {
  const left = entry.after as CriterionRow;
  const now = criterionById(tx.db, left.id);
  const versions = { left: left.version, now: now.version };
  if (!asLeft(tx.db, entry, { entity: 'criterion', id: now.id }, versions)) fail('UNDO_TOO_LATE', {});
  const before = entry.before as CriterionRow | null;
  saveCriterion(tx.db, {
    ...(before ?? { ...now, answer: 'unknown', holdsUntil: null }),
    version: now.version + 1,
  });
  return entry.rows;
};

export const criterionCompensations: Compensations = { 'criterion.set': set };
