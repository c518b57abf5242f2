/** What was corrected on a record, as the person may ask for it: from what, to what, when and by whom. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { callAs, openTestGround, type TestGround } from '../../../tests/support/ground.ts';
import { bornOn, draft } from '../../../tests/support/patient-drafts.ts';
import type { PatientId } from '../../contract/ids.ts';
import type { Patient, PatientDraft } from '../../contract/patients.ts';
import { eraseContents, historyOf } from '../core/journal.ts';
import { undoLast } from '../core/undo.ts';
import {
  corrections,
  createPatient,
  mergePatient,
  patientCompensations,
  updatePatientDraft,
} from './service.ts';

let desk: TestGround;
const clara = callAs(1, 'CM');
const louis = callAs(2, 'LB');
beforeEach(() => {
  desk = openTestGround();
});
afterEach(() => desk.close());

const create = (patient: PatientDraft): Patient =>
  createPatient(desk.ground, clara, { patient, confirmedNew: true });
const correct = ({ id, version }: Patient, patient: PatientDraft, call = clara): Patient =>
  updatePatientDraft(desk.ground, call, { id, version, patient });
const read = (id: number) =>
  corrections(desk.ground.db, id as PatientId).map(({ by, undone, before, after }) => [
    by,
    undone,
    before?.birthName ?? null,
    after?.birthName ?? null,
  ]);

const DUPOND = draft('DUPOND', 'Marie', bornOn('1952-03-12'));
const DUPONT = { ...DUPOND, birthName: 'DUPONT' };
const DUPONS = { ...DUPOND, birthName: 'DUPONS' };

it('are told newest first, with what stood there before', () => {
  const created = create(DUPOND);
  expect(read(created.id)).toEqual([]);
  const first = correct(created, DUPONS);
  correct(first, DUPONT, louis);
  expect(read(created.id)).toEqual([
    ['LB', false, 'DUPONS', 'DUPONT'],
    ['CM', false, 'DUPOND', 'DUPONS'],
  ]);
});

it('that are taken back at once are told as such', () => {
  const created = create(DUPOND);
  correct(created, DUPONT);
  undoLast(desk.ground, clara, patientCompensations);
  expect(read(created.id).map(([, undone]) => undone)).toEqual([true, false]);
});

it('of a record merged into hers are hers', () => {
  const [kept, other] = [create(DUPONT), create(DUPOND)];
  const corrected = correct(other, DUPONT);
  mergePatient(desk.ground, clara, { id: corrected.id, version: corrected.version, into: kept.id });
  expect(read(kept.id)).toEqual([['CM', false, 'DUPOND', 'DUPONT']]);
});

it('whose months are over say that somebody corrected something, and no more what', () => {
  const created = create(DUPOND);
  correct(created, DUPONT);
  const entry = historyOf(desk.ground.db, { entity: 'patient', id: created.id }).at(-1);
  desk.ground.write(clara, (tx) => eraseContents(tx, [entry?.seq ?? 0]));
  expect(read(created.id)).toEqual([['CM', false, null, null]]);
});
