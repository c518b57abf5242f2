/**
 * The table of docs/spec/journal.md, played: somebody who has the key and a database tool alters the journal of a closed
 * house. The desk opens it again and says what was done, to which entry.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFiles } from '../../src/main/core/data-files.ts';
import { all, type ReadDb } from '../../src/main/core/db.ts';
import { journalMark, verifyChain } from '../../src/main/core/journal-check.ts';
import { readEnvelope } from '../../src/main/core/keys/envelope.ts';
import { keyWithoutCode } from '../../src/main/core/keys/keyring.ts';
import { openFile } from '../../src/main/core/open-file.ts';
import { type Desk, openDesk } from '../../src/main/desk.ts';
import { addPractitioner } from '../support/data-folder.ts';
import { programCall, type TestClock, testClock } from '../support/ground.ts';
import { JULIE } from './test-desk.ts';

const TABLES = ['journal_contents', 'journal_rows', 'journal'] as const;

let folder: string;
let clock: TestClock;
let desk: Desk | null;

const open = async (): Promise<Desk> => {
  desk = await openDesk({ folder, clock, appVersion: '0.0.0-test', upkeepAfterMs: null });
  return desk;
};

const call = (of: Desk) =>
  createRouterClient(of.router, { context: of.contextFor({ actorId: JULIE, station: 'Accueil 1' }) });

const ground = (of: Desk) => of.contextFor({ actorId: null, station: 'test' }).ground;

const close = async (): Promise<void> => {
  await desk?.close();
  desk = null;
};

/** Twelve entries, checked (the thirteenth says so) and closed: what a house looks like in the evening. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-tampering-'));
  clock = testClock();
  const first = await open();
  const { write } = ground(first);
  for (let n = 1; n <= 5; n++) addPractitioner(ground(first), `Praticien ${n}`);
  write(programCall, (tx) => {
    tx.db
      .prepare(
        `INSERT INTO staff (id, version, initials, name, role, active) VALUES (${JULIE}, 1, 'JB', 'Julie Brume', 'coordinator', 1)`,
      )
      .run();
    tx.record({ action: 'staff.added', rows: [{ entity: 'staff', id: JULIE }] });
  });
  for (let n = 7; n <= 12; n++)
    write(programCall, (tx) =>
      tx.record({
        action: 'patient.updated',
        rows: [
          { entity: 'patient', id: n },
          { entity: 'claim', id: 70 + n },
        ],
        before: { note: null },
        after: { note: `œ ${n}` },
        undoable: true,
      }),
    );
  expect(await call(first).journal.verify()).toMatchObject({ ok: true, entries: 12 });
  await close();
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

/** The file itself, with its key, the guards of the tables taken away. */
const behindItsBack = async (work: (db: ReadDb) => void): Promise<void> => {
  const files = dataFiles(folder);
  const found = await keyWithoutCode(readEnvelope(files.envelope), null);
  if (!found) throw new Error('the test house keeps its key in clear');
  const db = openFile(files.database, found.key, { mustExist: true });
  try {
    db.pragma('foreign_keys = OFF');
    for (const { name } of all<{ name: string }>(
      db,
      "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'journal%'",
    ))
      db.exec(`DROP TRIGGER ${name}`);
    work(db);
  } finally {
    db.close();
  }
};

const cutAfter = (seq: number): string => TABLES.map((t) => `DELETE FROM ${t} WHERE seq > ${seq}`).join(';');

/** Attack, what somebody does, the entry that the desk names, what it says. */
const ATTACKS = [
  ['the hour of an entry', 'UPDATE journal SET at = at + 60000 WHERE seq = 8', 8, /modifiée, déplacée/],
  ['who', "UPDATE journal SET actor = 'XX' WHERE seq = 8", 8, /modifiée, déplacée/],
  ['who, by number', 'UPDATE journal SET actor_id = 2 WHERE seq = 8', 8, /modifiée, déplacée/],
  ['from which desk', "UPDATE journal SET station = 'Étage' WHERE seq = 8", 8, /modifiée, déplacée/],
  ['what was done', "UPDATE journal SET action = 'patient.opened' WHERE seq = 8", 8, /modifiée, déplacée/],
  ['whether it may be undone', 'UPDATE journal SET undoable = 0 WHERE seq = 8', 8, /modifiée, déplacée/],
  ['what it undoes', 'UPDATE journal SET undoes = 7 WHERE seq = 8', 8, /modifiée, déplacée/],
  ['the digest of its contents', "UPDATE journal SET content_digest = x'00' WHERE seq = 8", 8, /modifiée/],
  ['its own digest', "UPDATE journal SET digest = x'00' WHERE seq = 8", 8, /modifiée, déplacée/],
  [
    'which row it is about',
    'UPDATE journal_rows SET entity_id = 99 WHERE seq = 8 AND entity_id = 8',
    8,
    /modifiée/,
  ],
  [
    'which kind of row',
    "UPDATE journal_rows SET entity = 'request' WHERE seq = 8 AND entity_id = 8",
    8,
    /modifiée/,
  ],
  ['a row taken off', 'DELETE FROM journal_rows WHERE seq = 8 AND entity_id = 8', 8, /modifiée, déplacée/],
  ['a row added', "INSERT INTO journal_rows VALUES (8, 'patient', 99)", 8, /modifiée, déplacée/],
  [
    'the contents',
    `UPDATE journal_contents SET contents = '{"before":null,"after":null}' WHERE seq = 8`,
    8,
    /ce que dit l’entrée/,
  ],
  ['the salt', "UPDATE journal_contents SET salt = x'00' WHERE seq = 8", 8, /ce que dit l’entrée/],
  ['the contents taken away', 'DELETE FROM journal_contents WHERE seq = 8', 8, /n’est plus là/],
  [
    'the contents erased without a word',
    'UPDATE journal_contents SET salt = NULL, contents = NULL, erased_at = 1 WHERE seq = 8',
    8,
    /effacé sans que rien ne le dise/,
  ],
  [
    'an entry removed in the middle',
    TABLES.map((t) => `DELETE FROM ${t} WHERE seq = 8`).join(';'),
    8,
    /n’est plus là/,
  ],
  [
    'an entry removed in the middle, those after it moved up',
    `${TABLES.map((t) => `DELETE FROM ${t} WHERE seq = 8`).join(';')};
     ${TABLES.map((t) => `UPDATE ${t} SET seq = seq - 1 WHERE seq > 8`).join(';')}`,
    8,
    /modifiée, déplacée/,
  ],
  [
    'one inserted in the middle, those after it moved down',
    `${TABLES.map((t) => `UPDATE ${t} SET seq = -seq - 1 WHERE seq >= 8; UPDATE ${t} SET seq = -seq WHERE seq < 0`).join(';')};
     INSERT INTO journal SELECT 8, at, actor_id, actor, station, action, undoable, undoes, content_digest, digest
       FROM journal WHERE seq = 7;
     INSERT INTO journal_contents SELECT 8, salt, contents, erased_at FROM journal_contents WHERE seq = 7`,
    8,
    /modifiée, déplacée ou ajoutée/,
  ],
  [
    'two entries swapped',
    TABLES.map(
      (t) =>
        `UPDATE ${t} SET seq = 108 WHERE seq = 8; UPDATE ${t} SET seq = 8 WHERE seq = 9; UPDATE ${t} SET seq = 9 WHERE seq = 108`,
    ).join(';'),
    8,
    /modifiée, déplacée/,
  ],
  [
    'the first entry cut off',
    TABLES.map((t) => `DELETE FROM ${t} WHERE seq = 1`).join(';'),
    1,
    /n’est plus là/,
  ],
  ['the end cut off, its contents left', 'DELETE FROM journal WHERE seq > 10', 11, /n’est plus là/],
  ['the end cut off with care', cutAfter(10), 11, /n’est plus là/],
  ['all of it cut off', cutAfter(0), 1, /n’est plus là/],
] as const;

describe('a journal that was altered behind the program’s back', () => {
  it.each(ATTACKS)('%s', async (_, statement, seq, says) => {
    await behindItsBack((db) => db.exec(statement));
    const check = await call(await open()).journal.verify();
    expect(check).toMatchObject({ ok: false, seq });
    expect(check.message).toMatch(says);
    expect(check.message).toContain(`entrée ${seq}`);
    expect(check.message).toMatch(/Les agendas ne sont pas touchés/);
  });

  it('the whole of it replaced by another house’s', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'parvis-tampering-'));
    const own = folder;
    folder = elsewhere;
    const other = await open();
    for (let n = 1; n <= 15; n++) addPractitioner(ground(other), `Ailleurs ${n}`);
    const rows = TABLES.toReversed().map((table) => ({
      table,
      rows: all<Record<string, string | number | Buffer | null>>(ground(other).db, `SELECT * FROM ${table}`),
    }));
    await close();
    folder = own;
    rmSync(elsewhere, { recursive: true, force: true });
    await behindItsBack((db) => {
      db.exec(cutAfter(0));
      for (const { table, rows: theirs } of rows)
        for (const row of theirs)
          db.prepare(
            `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
              .map((c) => `@${c}`)
              .join(', ')})`,
          ).run(row);
      // It holds by itself: only what is known elsewhere tells the two houses apart.
      expect(verifyChain(db)).toMatchObject({ ok: true, length: 15 });
    });
    const check = await call(await open()).journal.verify();
    expect(check).toMatchObject({ ok: false, seq: 13 });
    expect(check.message).toMatch(/ce n’est plus le journal de cette maison/);
  });

  it.each([
    ['the end cut off with care', cutAfter(10), 11],
    ['an entry of the last one checked rewritten', "UPDATE journal SET digest = x'00' WHERE seq = 13", 13],
  ])('is said before the window opens when it is %s', async (_, statement, seq) => {
    await behindItsBack((db) => db.exec(statement));
    const check = await call(await open()).journal.lastCheck();
    expect(check).toMatchObject({ ok: false, seq });
  });

  it('is said by the same start when what was written since the last check was altered', async () => {
    const day = await open();
    for (let n = 0; n < 3; n++) addPractitioner(ground(day), `Ensuite ${n}`);
    // Killed: nothing was noted at closing.
    const { length } = journalMark(ground(day).db);
    const killed = day;
    await behindItsBack((db) => db.exec(`UPDATE journal SET actor = 'XX' WHERE seq = ${length - 1}`));
    await killed.close();
    desk = null;
    expect(await call(await open()).journal.lastCheck()).toMatchObject({ ok: false, seq: length - 1 });
  });

  it('nobody touched is found whole, before the window and after', async () => {
    const again = call(await open());
    expect(await again.journal.lastCheck()).toBe(null);
    expect(await again.journal.verify()).toMatchObject({ ok: true, seq: null, message: '' });
  });
});
