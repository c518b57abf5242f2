import { afterEach, beforeEach, expect, it } from 'vitest';
import { callAs, openTestGround, programCall, type TestGround } from '../../../../tests/support/ground.ts';
import { bornOn, draft } from '../../../../tests/support/patient-drafts.ts';
import type { PatientDraft } from '../../../contract/patients.ts';
import { prepare } from '../service/prepare.ts';
import { getPatient, mergePatient, searchPatients, updatePatientDraft } from '../service.ts';
import { applyImport, type ImportedPatient, idsBySourceCode } from './bulk.ts';

let desk: TestGround;
beforeEach(() => {
  desk = openTestGround();
});
afterEach(() => desk.close());

const line = (sourceCode: string, patient: PatientDraft): ImportedPatient => ({
  sourceCode,
  patient: prepare(patient, desk.clock.now()),
});
const takeOver = (...lines: ImportedPatient[]): [string, string][] =>
  desk.ground.write(programCall, (tx) => {
    const rows = applyImport(tx.db, lines, tx.now);
    tx.record({ action: 'import.applied', rows: [] });
    return [...rows].map(([code, { outcome }]) => [code, outcome]);
  });
const find = (text: string): string[] =>
  searchPatients(desk.ground.db, { text, limit: 12 }).patients.map((p) => p.displayName);

const marie = draft('Dupont', 'Marie', { ...bornOn('1952-03-12'), phones: ['06 39 98 45 12'] });
const jean = draft('Martin', 'Jean');

it('a take-over brings everybody once; again, it changes nothing', () => {
  const lines = [line('X1', marie), line('X2', jean)];
  expect(takeOver(...lines)).toEqual([
    ['X1', 'created'],
    ['X2', 'created'],
  ]);
  expect(find('dup 4512')).toEqual(['DUPONT Marie']);
  expect(takeOver(...lines)).toEqual([
    ['X1', 'unchanged'],
    ['X2', 'unchanged'],
  ]);
  expect([...idsBySourceCode(desk.ground.db)]).toEqual([
    ['X1', 1],
    ['X2', 2],
  ]);
});

it('a corrected line corrects the record, and the search with it', () => {
  takeOver(line('X1', marie));
  expect(find('dupont')).toEqual(['DUPONT Marie']);
  expect(takeOver(line('X1', { ...marie, birthName: 'Dupond' }))).toEqual([['X1', 'updated']]);
  expect([find('dupont'), find('dupond')]).toEqual([[], ['DUPOND Marie']]);
  expect(takeOver(line('X1', { ...marie, birthName: 'Dupond', city: 'Vichy' }))).toEqual([['X1', 'updated']]);
});

it('what the desk has changed since stays as the desk wrote it', () => {
  takeOver(line('X1', marie), line('X2', jean));
  const [id] = [...idsBySourceCode(desk.ground.db).values()];
  const read = getPatient(desk.ground.db, id ?? (0 as never));
  updatePatientDraft(desk.ground, callAs(1, 'CM'), {
    id: read.id,
    version: read.version,
    patient: { ...marie, note: 'Préfère le matin' },
  });
  expect(takeOver(line('X1', { ...marie, city: 'Vichy' }), line('X2', jean))).toEqual([
    ['X1', 'kept'],
    ['X2', 'unchanged'],
  ]);
  expect(getPatient(desk.ground.db, read.id)).toMatchObject({ note: 'Préfère le matin', city: null });
});

it('a record merged at the desk stays merged', () => {
  takeOver(line('X1', marie), line('X2', { ...marie, phones: [] }));
  const [one, two] = [...idsBySourceCode(desk.ground.db).values()].map((id) =>
    getPatient(desk.ground.db, id),
  );
  if (!one || !two) throw new Error('two records');
  mergePatient(desk.ground, callAs(1, 'CM'), { id: two.id, version: two.version, into: one.id });
  expect(takeOver(line('X2', { ...marie, phones: [], city: 'Vichy' }))).toEqual([['X2', 'kept']]);
  expect(find('dupont')).toEqual(['DUPONT Marie']);
});

it('a take-over that is given up leaves nobody behind, in the search either', () => {
  takeOver(line('X2', jean));
  expect(find('martin')).toEqual(['MARTIN Jean']);
  expect(() =>
    desk.ground.write(programCall, (tx) => {
      applyImport(tx.db, [line('X1', marie)], tx.now);
      expect(searchPatients(tx.db, { text: 'dupont', limit: 5 }).patients.length).toBe(1);
      throw new Error('stopped');
    }),
  ).toThrow('stopped');
  expect(find('dupont')).toEqual([]);
});
