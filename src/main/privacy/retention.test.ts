/** Erasing by the rules: on the real encrypted file, shown before, run by a few at a time. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import { fixtureDb } from '../../../tests/support/agenda-house.ts';
import { callAs } from '../../../tests/support/ground.ts';
import { countsOf } from '../../../tests/support/house-counts.ts';
import { HER, openWholePerson, settle, type WholePerson } from '../../../tests/support/whole-person.ts';
import { contract } from '../../contract/index.ts';
import { instantOf } from '../../contract/time.ts';
import { all, get, run } from '../core/db.ts';
import { since } from '../core/journal.ts';
import { verifyChain } from '../core/journal-check.ts';
import * as requests from '../requests/service.ts';
import * as waitlist from '../waitlist/service.ts';
import * as privacy from './service.ts';

let whole: WholePerson;
beforeEach(() => {
  whole = openWholePerson();
});
afterEach(() => whole.house.close());

const julie = callAs(5, 'JB', 'coordinator');
const ground = () => whole.house.ground;
const on = (day: string) => whole.house.clock.set(instantOf(day, 600, 'Europe/Paris'));

describe('What is due', () => {
  test('is nothing on the day itself', async () => {
    expect((await privacy.preview(ground())).counts).toEqual({
      unseen: 0,
      seen: 0,
      requestWords: 0,
      appointmentWords: 0,
      journal: 0,
      held: 0,
    });
  });

  test('is nobody whose list still stands, however long ago', async () => {
    on('2028-01-01');
    expect((await privacy.preview(ground())).people.map(({ name }) => name)).not.toContain(
      'ZIBELINE née QUENOUILLE Philomène',
    );
  });

  test('is what the night wrote down and somebody set aside, three months later; what still waits is not', async () => {
    const db = fixtureDb(ground());
    run(db, "INSERT INTO return_batches VALUES (71, 'k', 'nom', ?, 1)", [whole.house.clock.now()]);
    for (const [id, settled] of [
      [71, true],
      [72, false],
    ] as const)
      run(
        db,
        `INSERT INTO return_lines (id, version, batch_id, position, typed, cells, became, aside_reason, settled_at, settled_by)
         VALUES (?, 1, 71, ?, 'PENDULE Octave;06 39 98 42 99', '{"name":"PENDULE Octave"}', ?, ?, ?, ?)`,
        [
          id,
          id,
          ...(settled ? ['aside', 'not-for-us', whole.house.clock.now(), 1] : [null, null, null, null]),
        ],
      );
    ground().write(julie, (tx) =>
      tx.record({
        action: 'night-return.aside',
        rows: [{ entity: 'return-line', id: 71 }],
        before: { typed: 'PENDULE Octave' },
      }),
    );
    const typed = () =>
      all<{ id: number; typed: string }>(
        db,
        'SELECT id, typed FROM return_lines WHERE batch_id = 71 ORDER BY id',
      ).map((row) => [row.id, row.typed]);
    on('2027-02-22');
    await privacy.runRetention(ground(), julie);
    expect(typed().map(([, words]) => words)).toEqual(Array(2).fill('PENDULE Octave;06 39 98 42 99'));
    on('2027-02-24');
    await privacy.runRetention(ground(), julie);
    expect(typed()).toEqual([
      [71, ''],
      [72, 'PENDULE Octave;06 39 98 42 99'],
    ]);
    expect(
      get(db, 'SELECT 1 FROM return_lines WHERE id = 71 AND cells LIKE ?', ['%PENDULE%']),
    ).toBeUndefined();
    expect(since(ground().db, 0).filter(({ before }) => JSON.stringify(before).includes('PENDULE'))).toEqual(
      [],
    );
    expect(verifyChain(ground().db)).toMatchObject({ ok: true });
  });

  test('is, a year later, whoever was never received; three months later, the words of what is closed', async () => {
    settle(whole);
    on('2027-02-24');
    const soon = await privacy.preview(ground());
    expect(soon.people).toEqual([]);
    expect(soon.counts.requestWords).toBeGreaterThan(1);
    expect(soon.counts.appointmentWords).toBe(0);
    on('2027-11-25');
    const later = await privacy.preview(ground());
    expect(later.people.find(({ about }) => about.id === whole.id && about.kind === 'patient')).toEqual({
      about: { kind: 'patient', id: whole.id },
      kind: 'unseen',
      name: 'ZIBELINE née QUENOUILLE Philomène',
      lastDay: '2026-11-24',
    });
  });

  test('is told apart from who is kept for a dispute', async () => {
    settle(whole);
    privacy.setHold(ground(), julie, { id: whole.id, why: 'plainte' });
    on('2027-11-25');
    const { people, counts } = await privacy.preview(ground());
    expect(people.map(({ name }) => name)).not.toContain('ZIBELINE née QUENOUILLE Philomène');
    expect(counts.held).toBe(1);
  });
});

describe('Erasing what is due', () => {
  test('does what was shown, changes no count, and the second time finds nothing', async () => {
    settle(whole);
    on('2027-11-25');
    const shown = (await privacy.preview(ground())).counts;
    const before = countsOf(ground());
    const done = await privacy.runRetention(ground(), julie);
    expect(done).toMatchObject({ unseen: shown.unseen, seen: shown.seen });
    expect(countsOf(ground())).toEqual(before);
    expect(get(ground().db, 'SELECT 1 FROM patients WHERE birth_name = ?', [HER.name])).toBeUndefined();
    expect((await privacy.preview(ground())).counts).toMatchObject({
      unseen: 0,
      seen: 0,
      requestWords: 0,
      appointmentWords: 0,
      journal: 0,
    });
    expect(verifyChain(ground().db)).toMatchObject({ ok: true });
    expect(since(ground().db, 0, 9999).at(-1)).toMatchObject({
      action: 'retention.done',
      actor: 'JB',
      after: done,
    });
  });

  test('erases a message’s words after three months, and keeps the person and the answer’s date', async () => {
    settle(whole);
    on('2027-02-24');
    await privacy.runRetention(ground(), julie);
    const said = all<{ said: string | null; wish: string | null }>(
      ground().db,
      'SELECT said, wish FROM requests WHERE closed_at IS NOT NULL',
    );
    expect(said.filter(({ wish }) => wish !== null)).toEqual([]);
    expect(said.map((row) => row.said)).toContain('(effacé)');
    expect(get(ground().db, 'SELECT birth_name AS n FROM patients WHERE id = ?', [whole.id])).toEqual({
      n: HER.name,
    });
  });

  test('leaves the path of somebody who is still there readable, once the journal’s contents are gone', async () => {
    on('2028-03-01');
    privacy.setHold(ground(), julie, { id: whole.id, why: 'plainte' });
    privacy.setHold(ground(), julie, { id: whole.id, why: null });
    run(fixtureDb(ground()), "UPDATE waitlist_entries SET state = 'waiting' WHERE patient_id = ?", [
      whole.id,
    ]);
    const { journal } = await privacy.runRetention(ground(), julie);
    expect(journal).toBeGreaterThan(0);
    const out = contract.requests.history['~orpc'].outputSchema;
    expect(out?.['~standard'].validate(requests.history(ground(), whole.id))).toMatchObject({
      value: { path: expect.any(Array) },
    });
    expect(waitlist.history(ground(), whole.id).length).toBeGreaterThan(0);
  });
});

describe('The settings', () => {
  test('are those of the law’s sources until a référent chooses, and say who changed them', () => {
    expect(privacy.settings(ground())).toEqual({
      version: 1,
      wordsMonths: 3,
      unseenMonths: 12,
      appointmentMonths: 24,
      journalMonths: 12,
      seenYears: 5,
    });
    const next = privacy.saveSettings(ground(), julie, { ...privacy.settings(ground()), wordsMonths: 2 });
    expect(next).toMatchObject({ version: 2, wordsMonths: 2 });
    expect(refused(() => privacy.saveSettings(ground(), julie, { ...next, version: 1 }))).toMatchObject({
      code: 'STALE_VERSION',
    });
  });

  test('cannot be set to nothing by a slip of the hand, not even in the file', () => {
    expect(() => run(fixtureDb(ground()), 'UPDATE retention_settings SET unseen_months = 0')).toThrow(
      'CHECK',
    );
  });
});
