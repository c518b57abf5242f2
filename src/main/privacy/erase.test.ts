/** Erased for good: on the real encrypted file, read back column by column. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import { clara, DUPONT, fixtureDb } from '../../../tests/support/agenda-house.ts';
import { callAs } from '../../../tests/support/ground.ts';
import { countsOf } from '../../../tests/support/house-counts.ts';
import {
  CALLER,
  HER,
  openWholePerson,
  settle,
  type WholePerson,
} from '../../../tests/support/whole-person.ts';
import { all, type ReadDb, run } from '../core/db.ts';
import { since } from '../core/journal.ts';
import { verifyChain } from '../core/journal-check.ts';
import { searchPatients } from '../patients/service.ts';
import * as requests from '../requests/service.ts';
import * as privacy from './service.ts';

let whole: WholePerson;
beforeEach(() => {
  whole = openWholePerson();
});
afterEach(() => whole.house.close());

const julie = callAs(5, 'JB', 'coordinator');
const ground = () => whole.house.ground;
const her = () => ({ kind: 'patient', id: whole.id }) as const;

/** Where this stands in the file, as `table.column`: every column of every table is read. */
const found = (db: ReadDb, said: string): string[] =>
  all<{ name: string }>(db, "SELECT name FROM sqlite_schema WHERE type = 'table'").flatMap(({ name }) =>
    all<{ column: string }>(db, `SELECT name AS column FROM pragma_table_info('${name}')`).flatMap(
      ({ column }) =>
        all(db, `SELECT 1 FROM "${name}" WHERE instr(lower(CAST("${column}" AS TEXT)), lower(?)) LIMIT 1`, [
          said,
        ]).length > 0
          ? [`${name}.${column}`]
          : [],
    ),
  );

const everywhere = (said: Readonly<Record<string, string>>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(said)
      .map(([what, text]) => [what, found(ground().db, text)] as const)
      .filter(([, where]) => where.length > 0),
  );

describe('Somebody who asks to be erased', () => {
  test('is told first what stands against it', () => {
    expect(privacy.erasable(ground(), her())).toMatchObject({
      name: 'ZIBELINE née QUENOUILLE Philomène',
      scope: 'nothing',
      kept: [{ because: 'standing', until: null }],
      standing: ['appointment', 'list'],
      seen: false,
      appointments: 3,
      refusals: 1,
    });
    expect(refused(() => privacy.erasePerson(ground(), julie, { about: her(), scope: 'whole' }))).toEqual({
      code: 'CONFLICT',
      data: { reason: 'erasure-stands' },
    });
  });

  test('is found nowhere afterwards: not in a column, not in the journal, not by searching', () => {
    settle(whole);
    expect(Object.keys(everywhere(HER)).sort()).toEqual(Object.keys(HER).sort());
    privacy.erasePerson(ground(), julie, { about: her(), scope: 'whole' });
    expect(everywhere(HER)).toEqual({});
    expect(searchPatients(ground().db, { text: HER.name, limit: 12 }).patients).toEqual([]);
    expect(searchPatients(ground().db, { text: '19/07/1931', limit: 12 }).patients).toEqual([]);
    expect(refused(() => privacy.everythingAbout(ground(), her()))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is not in the bytes of the file either', () => {
    settle(whole);
    const inBytes = (): string[] => {
      ground().db.pragma('wal_checkpoint(TRUNCATE)');
      const bytes = Buffer.from(ground().db.serialize());
      return Object.entries(HER)
        .filter(([, said]) => bytes.includes(said))
        .map(([what]) => what);
    };
    expect(inBytes()).toEqual(Object.keys(HER));
    privacy.erasePerson(ground(), julie, { about: her(), scope: 'whole' });
    expect(inBytes()).toEqual([]);
  });

  test('leaves a journal that still holds, and that says who erased what', () => {
    settle(whole);
    privacy.erasePerson(ground(), julie, { about: her(), scope: 'whole' });
    expect(verifyChain(ground().db)).toMatchObject({ ok: true });
    expect(
      since(ground().db, 0)
        .slice(-2)
        .map(({ action, actor }) => [action, actor]),
    ).toEqual([
      ['journal.erased', 'JB'],
      ['person.erased', 'JB'],
    ]);
  });

  test('cannot be brought back by hand', () => {
    settle(whole);
    privacy.erasePerson(ground(), julie, { about: her(), scope: 'whole' });
    expect(() =>
      (ground().db as never as { exec(sql: string): void }).exec(
        `UPDATE patients SET birth_name = 'X' WHERE id = ${whole.id}`,
      ),
    ).toThrow('erased for good');
  });

  test('takes nobody else along', () => {
    settle(whole);
    const before = JSON.stringify(privacy.everythingAbout(ground(), { kind: 'patient', id: DUPONT }).file);
    privacy.erasePerson(ground(), julie, { about: her(), scope: 'whole' });
    expect(JSON.stringify(privacy.everythingAbout(ground(), { kind: 'patient', id: DUPONT }).file)).toBe(
      before,
    );
    expect(found(ground().db, CALLER.name)).toContain('requests.caller_name');
  });

  test('changes no count that the house is run by', () => {
    settle(whole);
    const before = countsOf(ground());
    expect(before).toMatchObject({ refusals: 1, unscheduledAsked: 1, appointments: 3 });
    privacy.erasePerson(ground(), julie, { about: her(), scope: 'whole' });
    expect(countsOf(ground())).toEqual(before);
  });

  test('who was received keeps her file for her care, and only words go', () => {
    settle(whole);
    run(
      fixtureDb(ground()),
      "UPDATE claims SET status = 'fulfilled', cancelled_at = NULL, day = '2026-11-20' WHERE id = ?",
      [whole.keptId],
    );
    expect(privacy.erasable(ground(), her())).toMatchObject({
      scope: 'words',
      seen: true,
      kept: [{ because: 'care', until: '2031-11-24' }],
    });
    privacy.erasePerson(ground(), julie, { about: her(), scope: 'words' });
    const { note, comment, cancelReason, wish, said, about } = HER;
    expect(everywhere({ note, comment, cancelReason, wish, said, about })).toEqual({
      // Written when the record was made and corrected: the journal's own months run.
      note: ['journal_contents.contents'],
    });
    expect(found(ground().db, HER.name)).toContain('patients.birth_name');
  });

  test('is kept while a dispute is under way, until somebody says that it is over', () => {
    settle(whole);
    privacy.setHold(ground(), julie, { id: whole.id, why: 'plainte reçue le 20 novembre' });
    expect(privacy.erasable(ground(), her())).toMatchObject({
      scope: 'nothing',
      kept: [{ because: 'dispute', until: null }],
      hold: { why: 'plainte reçue le 20 novembre', by: 5 },
    });
    expect(privacy.setHold(ground(), julie, { id: whole.id, why: null })).toMatchObject({
      scope: 'whole',
      hold: null,
    });
  });
});

describe('Somebody without a record', () => {
  test('is erased with the call that was promised to her number', () => {
    const asked = { kind: 'request', id: whole.callerRequest } as const;
    expect(privacy.erasable(ground(), asked)).toMatchObject({
      scope: 'nothing',
      standing: ['request', 'callback'],
    });
    const open = requests.requestById(ground().db, whole.callerRequest);
    const [promised] = requests.pendingCallbacks(ground()).filter(({ phone }) => phone === CALLER.phone);
    if (promised === undefined) throw new Error('no call was promised');
    requests.end(ground(), clara, {
      id: promised.id,
      version: promised.version,
      outcome: { kind: 'withdrawn' },
    });
    requests.close(ground(), clara, { id: open.id, version: open.version, outcome: { kind: 'withdrawn' } });
    privacy.erasePerson(ground(), julie, { about: asked, scope: 'whole' });
    expect(everywhere(CALLER)).toEqual({});
  });
});
