import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callAs, openTestGround, type TestGround } from '../../../tests/support/ground.ts';
import { bornOn, draft } from '../../../tests/support/patient-drafts.ts';
import type { PatientId } from '../../contract/ids.ts';
import type { Patient, PatientDraft } from '../../contract/patients.ts';
import { all, run, type WriteDb } from '../core/db.ts';
import { DeskError } from '../core/errors.ts';
import { historyOf } from '../core/journal.ts';
import { undoLast } from '../core/undo.ts';
import {
  createPatient,
  getPatient,
  likelyDuplicates,
  mergedRecords,
  mergePatient,
  patientCompensations,
  resemblancesTo,
  searchPatients,
  unmergePatient,
  updatePatientDraft,
} from './service.ts';
import { recordsOf, summariesOf } from './store.ts';

let desk: TestGround;
const clara = callAs(1, 'CM');
const louis = callAs(2, 'LB');

beforeEach(() => {
  desk = openTestGround();
});
afterEach(() => desk.close());

const create = (patient: PatientDraft, confirmedNew = true): Patient =>
  createPatient(desk.ground, clara, { patient, confirmedNew });
const draftOf = ({
  id: _id,
  version: _version,
  mergedInto: _pointer,
  phones,
  ...rest
}: Patient): PatientDraft => ({
  ...rest,
  phones: phones.map((phone) => phone.e164),
});
const update = (patient: Patient, change: Partial<PatientDraft>, call = clara): Patient =>
  updatePatientDraft(desk.ground, call, {
    id: patient.id,
    version: patient.version,
    patient: { ...draftOf(patient), ...change },
  });
const merge = (patient: Patient, into: Patient): Patient =>
  mergePatient(desk.ground, clara, { id: patient.id, version: patient.version, into: into.id });
const find = (text: string): string[] =>
  searchPatients(desk.ground.db, { text, limit: 12 }).patients.map((p) => p.displayName);
const refusal = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    if (error instanceof DeskError) return { code: error.code, ...error.data };
    throw error;
  }
  return 'accepted';
};
const actions = (id: PatientId) =>
  historyOf(desk.ground.db, { entity: 'patient', id }).map((e) => [e.action, e.actor]);

const marie = (): PatientDraft =>
  draft('Dupont', 'Marie', { ...bornOn('1952-03-12'), sex: 'female', phones: ['06 39 98 45 12'] });

describe('a new person', () => {
  it('is kept as typed, with phones as they are dialled from anywhere', () => {
    const saved = create(
      draft(" d'Aubry ", 'Zoé', {
        phones: ['06.39.98.45.12', '0692 12 34 56', '+33639984512'],
        city: '  ',
        note: ' ',
      }),
    );
    expect(saved).toEqual({
      ...draft("d'Aubry", 'Zoé'),
      id: 1,
      version: 1,
      mergedInto: null,
      phones: [
        { e164: '+33639984512', kind: 'mobile' },
        { e164: '+262692123456', kind: 'mobile' },
      ],
    });
    expect(getPatient(desk.ground.db, saved.id)).toEqual(saved);
    expect(actions(saved.id)).toEqual([['patient.created', 'CM']]);
  });

  it('is refused at the very field that is wrong', () => {
    expect(
      refusal(() =>
        create(
          draft('Dupont', 'Marie', {
            phones: ['06 39 98 45 12', '06 39 98', 'demander à sa fille', '+41 22 1'],
            ...bornOn('2026-11-25'),
            identity: 'validated',
          }),
        ),
      ),
    ).toEqual({
      code: 'INVALID_INPUT',
      fields: [
        { path: 'phones.1', code: 'phone-too-short' },
        { path: 'phones.2', code: 'phone-unreadable' },
        { path: 'phones.3', code: 'phone-too-short' },
        { path: 'birth', code: 'birth-date-in-future' },
        { path: 'sex', code: 'needed-to-validate' },
      ],
    });
    expect(find('dupont')).toEqual([]);
  });

  it('born today where the house is, while Paris is still on the eve, is born', () => {
    expect(create(draft('Essai', 'Noé', bornOn('2026-11-23'))).birth.value).toBe('2026-11-23');
  });

  it('who looks like somebody known is shown that person first, and is created once confirmed', () => {
    const known = create(marie());
    const again = draft('DUPONT', 'Marie', { ...bornOn('1952-03-12'), phones: [] });
    expect(refusal(() => create(again, false))).toEqual({ code: 'RESEMBLES', patientIds: [known.id] });
    expect(create(again, true).id).toBe(2);
    expect(
      resemblancesTo(desk.ground.db, again).map(({ patient, because }) => [patient.id, because]),
    ).toEqual([
      [1, ['same-name-and-birth']],
      [2, ['same-name-and-birth']],
    ]);
  });

  it('who looks like nobody is created at once', () => {
    create(marie());
    expect(create(draft('Dupont', 'Marie', bornOn('1980-01-01')), false).id).toBe(2);
  });

  it('can be undone while nobody has touched or booked anything, and the number is never given again', () => {
    const first = create(marie());
    undoLast(desk.ground, clara, patientCompensations);
    expect(refusal(() => getPatient(desk.ground.db, first.id))).toEqual({
      code: 'NOT_FOUND',
      what: 'patient',
    });
    expect(find('dupont')).toEqual([]);
    expect(all(desk.ground.db, 'SELECT * FROM patient_names')).toEqual([]);
    expect(create(marie()).id).toBe(2);
    expect(actions(first.id)).toEqual([
      ['patient.created', 'CM'],
      ['patient.created.undone', 'CM'],
    ]);
  });

  it('whom somebody has asked something for by now stays', () => {
    const { id } = create(marie());
    const db = desk.ground.db as WriteDb;
    run(
      db,
      "INSERT INTO staff (id, version, initials, name, role, active) VALUES (1, 1, 'CM', 'Clara', 'reception', 1)",
    );
    run(
      db,
      `INSERT INTO requests (version, nature, origin, patient_id, owner_staff_id, due, opened_at, opened_by)
       VALUES (1, 'appointment', 'call', ?, 1, 0, 0, 1)`,
      [id],
    );
    expect(refusal(() => undoLast(desk.ground, clara, patientCompensations))).toEqual({
      code: 'UNDO_TOO_LATE',
    });
    expect(find('dupont')).toEqual(['DUPONT Marie']);
  });
});

describe('a change', () => {
  it('is saved, found under the new name and no longer under the old one', () => {
    const before = create(marie());
    const after = update(before, { birthName: 'Martin', usedName: 'Dupuis' });
    expect([after.version, after.usedName]).toEqual([2, 'Dupuis']);
    expect([find('dupont'), find('dupuis')]).toEqual([[], ['DUPUIS née MARTIN Marie']]);
    undoLast(desk.ground, clara, patientCompensations);
    expect(find('dupont')).toEqual(['DUPONT Marie']);
    expect(getPatient(desk.ground.db, before.id)).toEqual({ ...before, version: 3 });
  });

  it('made on an old copy is refused, and says what somebody else changed', () => {
    const read = create(marie());
    update(read, { city: 'Vichy', phones: [] }, louis);
    expect(refusal(() => update(read, { note: 'Préfère le matin' }))).toEqual({
      code: 'STALE_VERSION',
      version: 2,
      changed: ['city', 'phones'],
    });
  });

  it('is not undone over somebody else’s work', () => {
    const first = update(create(marie()), { city: 'Vichy' });
    update(first, { city: 'Cusset' }, louis);
    expect(refusal(() => undoLast(desk.ground, clara, patientCompensations))).toEqual({
      code: 'UNDO_TOO_LATE',
    });
  });

  it('of a strict trait takes a validated identity back to provisional; an accent or an address does not', () => {
    const validated = create({ ...marie(), identity: 'validated' });
    expect(update(validated, { address: '1 rue Imaginaire' }).identity).toBe('validated');
    const accented = update(getPatient(desk.ground.db, validated.id), { birthName: 'DÛPONT' });
    expect(accented.identity).toBe('validated');
    const renamed = update(accented, { birthName: 'Dupond', identity: 'validated' });
    expect(renamed.identity).toBe('provisional');
    expect(update(renamed, { identity: 'validated' }).identity).toBe('validated');
    for (const change of [bornOn('1952-03-13'), { sex: 'male' as const }, { givenNames: 'Marie Claude' }]) {
      const current = getPatient(desk.ground.db, validated.id);
      expect(update(current, change).identity).toBe('provisional');
      update(getPatient(desk.ground.db, validated.id), { identity: 'validated' });
    }
  });
});

describe('the same person twice', () => {
  it('is merged by a pointer: the survivor answers for both, under both names and both phones', () => {
    const kept = create(marie());
    const double = create(draft('Dupond', 'Marie', { ...bornOn('1952-03-12'), phones: ['01 99 00 77 88'] }));
    const merged = merge(double, kept);
    expect([merged.mergedInto, merged.version]).toEqual([kept.id, 2]);
    expect([find('dupond'), find('0199007788'), find('dupont 1952')]).toEqual([
      ['DUPONT Marie'],
      ['DUPONT Marie'],
      ['DUPONT Marie'],
    ]);
    expect(recordsOf(desk.ground.db, double.id)).toEqual([kept.id, double.id]);
    expect(summariesOf(desk.ground.db, [double.id, kept.id]).get(double.id)).toEqual(
      summariesOf(desk.ground.db, [kept.id]).get(kept.id),
    );
    expect(actions(kept.id)).toEqual([
      ['patient.created', 'CM'],
      ['patient.merged', 'CM'],
    ]);
  });

  it('is parted again in one step, as before', () => {
    const kept = create(marie());
    const double = create(draft('Dupond', 'Marie', { phones: ['01 99 00 77 88'] }));
    const before = all(desk.ground.db, 'SELECT * FROM patient_names ORDER BY name_key, patient_id');
    const merged = merge(double, kept);
    const parted = unmergePatient(desk.ground, clara, { id: merged.id, version: merged.version });
    expect(parted).toEqual({ ...double, version: 3 });
    expect(all(desk.ground.db, 'SELECT * FROM patient_names ORDER BY name_key, patient_id')).toEqual(before);
    expect(actions(double.id).map(([action]) => action)).toEqual([
      'patient.created',
      'patient.merged',
      'patient.unmerged',
    ]);
  });

  it('follows chains to their end, and parts them where they are parted', () => {
    const [a, b, c] = [create(draft('Alpha')), create(draft('Bravo')), create(draft('Charlie'))];
    merge(a, b);
    const pointed = merge(b, c);
    const merged = (p: Patient) => mergedRecords(desk.ground.db, p.id).map((record) => record.birthName);
    expect([merged(a), merged(b), merged(c)]).toEqual([[], ['Alpha'], ['Bravo']]);
    expect([find('alpha'), find('bravo'), recordsOf(desk.ground.db, a.id)]).toEqual([
      ['CHARLIE'],
      ['CHARLIE'],
      [c.id, a.id, b.id],
    ]);
    unmergePatient(desk.ground, clara, { id: b.id, version: pointed.version });
    expect([find('alpha'), find('charlie'), recordsOf(desk.ground.db, a.id)]).toEqual([
      ['BRAVO'],
      ['CHARLIE'],
      [b.id, a.id],
    ]);
  });

  it('is never merged in a circle, twice, or from an old copy', () => {
    const [a, b, c] = [create(draft('Alpha')), create(draft('Bravo')), create(draft('Charlie'))];
    const merged = merge(a, b);
    expect(refusal(() => merge(b, a))).toEqual({ code: 'CONFLICT', reason: 'merge-cycle' });
    expect(refusal(() => merge(c, c))).toEqual({ code: 'CONFLICT', reason: 'merge-cycle' });
    expect(refusal(() => merge(merged, c))).toEqual({ code: 'CONFLICT', reason: 'already-merged' });
    expect(refusal(() => unmergePatient(desk.ground, clara, { id: c.id, version: 1 }))).toEqual({
      code: 'CONFLICT',
      reason: 'not-merged',
    });
    update(c, { city: 'Vichy' });
    expect(refusal(() => merge(c, b))).toEqual({ code: 'STALE_VERSION', version: 2, changed: ['city'] });
  });

  it('is merged into whoever already answers for the record that was named', () => {
    const [a, b, c] = [create(draft('Alpha')), create(draft('Bravo')), create(draft('Charlie'))];
    merge(a, b);
    expect(merge(c, a).mergedInto).toBe(b.id);
  });

  it('is proposed as a pair after a take-over, until merged', async () => {
    const kept = create(marie());
    const double = create({ ...marie(), phones: [] });
    expect((await likelyDuplicates(desk.ground.db, 10)).map(({ a, b }) => [a.id, b.id])).toEqual([
      [kept.id, double.id],
    ]);
    merge(double, kept);
    expect(await likelyDuplicates(desk.ground.db, 10)).toEqual([]);
    expect(resemblancesTo(desk.ground.db, marie()).map(({ patient }) => patient.id)).toEqual([kept.id]);
  });

  it('is not undone by Ctrl+Z, which is for the last small act', () => {
    const kept = create(marie());
    merge(create(draft('Dupond', 'Marie')), kept);
    expect(refusal(() => undoLast(desk.ground, clara, patientCompensations))).toEqual({
      code: 'NOTHING_TO_UNDO',
    });
    expect(find('dupond')).toEqual(['DUPONT Marie']);
  });
});
