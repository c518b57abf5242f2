import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPractitioner } from '../../../tests/support/data-folder.ts';
import { callAs, openTestGround, programCall, type TestGround } from '../../../tests/support/ground.ts';
import { all, run } from './db.ts';
import { eraseContents, historyOf, since } from './journal.ts';
import { journalMark, verifyChain } from './journal-check.ts';
import { openFile } from './open-file.ts';

let test: TestGround;
beforeEach(() => {
  test = openTestGround();
});
afterEach(() => test.close());

const camille = callAs(1, 'CB');

/** Ten entries of different shapes. */
const fill = (): void => {
  for (let i = 0; i < 5; i++) addPractitioner(test.ground, `Praticien ${i}`);
  for (let i = 0; i < 5; i++)
    test.ground.write(camille, (tx) =>
      tx.record({
        action: 'patient.updated',
        rows: [
          { entity: 'patient', id: i },
          { entity: 'claim', id: 7 },
        ],
        before: { note: null },
        after: { note: `é œ ${i}` },
        undoable: true,
      }),
    );
};

/** What somebody with the key and a database tool can do, the guards of the tables taken away. */
const tamper = (...statements: string[]): void => {
  for (const { name } of all<{ name: string }>(
    test.ground.db,
    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'journal%'",
  ))
    test.ground.db.exec(`DROP TRIGGER ${name}`);
  test.ground.db.pragma('foreign_keys = OFF');
  for (const statement of statements) test.ground.db.exec(statement);
};

describe('the journal', () => {
  it('holds, from its first entry to its last', () => {
    fill();
    const verdict = verifyChain(test.ground.db);
    expect(verdict).toEqual({ ok: true, erased: 0, ...journalMark(test.ground.db) });
    expect(verdict).toMatchObject({ length: 10, head: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });

  it('holds while the desk goes on writing: what comes after the walk was not slipped in', () => {
    fill();
    const { ground, path } = test;
    if (ground.file === null) throw new Error('the ground does not say where its file is');
    const reader = openFile(path, ground.file.key, { readonly: true, mustExist: true });
    // The desk writes between the walk and the question about what lies beyond its end.
    const walked = new Proxy(reader, {
      get: (db, name) => {
        if (name !== 'prepare') {
          const value: unknown = Reflect.get(db, name);
          return typeof value === 'function' ? (value.bind(db) as unknown) : value;
        }
        return (sql: string) => {
          if (sql.includes('UNION')) addPractitioner(test.ground, 'Pendant la vérification');
          return db.prepare(sql);
        };
      },
    });
    expect(verifyChain(walked)).toMatchObject({ ok: true, length: 10 });
    reader.close();
    expect(verifyChain(test.ground.db)).toMatchObject({ ok: true, length: 11 });
  });

  it('holds when it is empty', () => {
    expect(verifyChain(test.ground.db)).toEqual({ ok: true, length: 0, head: null, erased: 0 });
  });

  it('holds when an entry names the same row twice', () => {
    const row = { entity: 'patient', id: 3 };
    test.ground.write(camille, (tx) => tx.record({ action: 'patient.merged', rows: [row, row] }));
    expect(since(test.ground.db, 0)[0]?.rows).toEqual([row]);
    expect(verifyChain(test.ground.db).ok).toBe(true);
  });

  it('gives the path of one row, oldest first, whoever wrote it', () => {
    fill();
    expect(historyOf(test.ground.db, { entity: 'patient', id: 2 })).toMatchObject([
      { seq: 8, actor: 'CB', station: 'Accueil 1', before: { note: null }, after: { note: 'é œ 2' } },
    ]);
    expect(historyOf(test.ground.db, { entity: 'claim', id: 7 }).map((r) => r.seq)).toEqual([6, 7, 8, 9, 10]);
  });

  it.each([
    ['entry', 'UPDATE journal SET actor = actor'],
    ['entry taken away', 'DELETE FROM journal WHERE seq = 1'],
    ['row of an entry', 'UPDATE journal_rows SET entity_id = 99'],
    ['row of an entry taken away', 'DELETE FROM journal_rows'],
    ['content', "UPDATE journal_contents SET contents = '{}'"],
    ['content taken away', 'DELETE FROM journal_contents'],
  ])('lets nobody change it by accident: %s', (_, statement) => {
    fill();
    expect(() => test.ground.db.exec(statement)).toThrow('journal: append only');
  });

  it('refuses rows written without an entry that tells of them', () => {
    expect(() =>
      test.ground.write(camille, (tx) => run(tx.db, "INSERT INTO cursors VALUES ('x', 1)")),
    ).toThrow('without a journal entry');
    expect(all(test.ground.db, "SELECT * FROM cursors WHERE follower = 'x'")).toEqual([]);
  });
});

describe('a journal that somebody altered shows where', () => {
  it.each([
    ['the hour', 'UPDATE journal SET at = at + 60000 WHERE seq = 4', 4, 'altered'],
    ['who', "UPDATE journal SET actor = 'XX' WHERE seq = 7", 7, 'altered'],
    ['who, by number', 'UPDATE journal SET actor_id = 2 WHERE seq = 7', 7, 'altered'],
    ['who, made nobody', 'UPDATE journal SET actor_id = NULL WHERE seq = 7', 7, 'altered'],
    ['from which desk', "UPDATE journal SET station = 'Accueil 2' WHERE seq = 7", 7, 'altered'],
    ['what was done', "UPDATE journal SET action = 'patient.added' WHERE seq = 7", 7, 'altered'],
    ['whether it may be undone', 'UPDATE journal SET undoable = 0 WHERE seq = 7', 7, 'altered'],
    ['what it undoes', 'UPDATE journal SET undoes = 6 WHERE seq = 7', 7, 'altered'],
    ['the digest of its contents', "UPDATE journal SET content_digest = x'00' WHERE seq = 2", 2, 'altered'],
    ['its own digest', "UPDATE journal SET digest = x'00' WHERE seq = 2", 2, 'altered'],
    ['which row', 'UPDATE journal_rows SET entity_id = 99 WHERE seq = 8 AND entity_id = 2', 8, 'altered'],
    [
      'which kind of row',
      "UPDATE journal_rows SET entity = 'request' WHERE seq = 8 AND entity_id = 2",
      8,
      'altered',
    ],
    ['a row taken off', 'DELETE FROM journal_rows WHERE seq = 8 AND entity_id = 2', 8, 'altered'],
    ['a row added', "INSERT INTO journal_rows VALUES (8, 'patient', 99)", 8, 'altered'],
    [
      'the contents',
      `UPDATE journal_contents SET contents = '{"before":null,"after":null}' WHERE seq = 5`,
      5,
      'contents-altered',
    ],
    ['the salt', "UPDATE journal_contents SET salt = x'00' WHERE seq = 5", 5, 'contents-altered'],
    [
      'the contents of two entries, exchanged',
      `UPDATE journal_contents SET contents = (SELECT contents FROM journal_contents c
         WHERE c.seq = 15 - journal_contents.seq) WHERE seq IN (7, 8)`,
      7,
      'contents-altered',
    ],
    ['contents taken away', 'DELETE FROM journal_contents WHERE seq = 5', 5, 'missing'],
    [
      'contents erased without a word',
      'UPDATE journal_contents SET salt = NULL, contents = NULL, erased_at = 1 WHERE seq = 5',
      5,
      'erased-without-a-word',
    ],
    ['an entry cut out of the middle', 'DELETE FROM journal WHERE seq = 5', 5, 'missing'],
    ['the first entry cut off', 'DELETE FROM journal WHERE seq = 1', 1, 'missing'],
    [
      'two entries exchanged',
      'UPDATE journal SET seq = 105 WHERE seq = 5; UPDATE journal SET seq = 5 WHERE seq = 6; UPDATE journal SET seq = 6 WHERE seq = 105',
      5,
      'altered',
    ],
    [
      'an entry cut out and those after it moved up',
      'DELETE FROM journal WHERE seq = 5; UPDATE journal SET seq = seq - 1 WHERE seq > 5',
      5,
      'altered',
    ],
    ['the end cut off, carelessly', 'DELETE FROM journal WHERE seq > 8', 9, 'missing'],
  ] as const)('%s', (_, statement, seq, why) => {
    fill();
    tamper(statement);
    expect(verifyChain(test.ground.db)).toEqual({ ok: false, seq, why });
  });

  it('the end cut off with care, told by what a copy knew of it', () => {
    fill();
    const mark = journalMark(test.ground.db);
    tamper(...['journal_contents', 'journal_rows', 'journal'].map((t) => `DELETE FROM ${t} WHERE seq > 8`));
    expect(verifyChain(test.ground.db).ok).toBe(true);
    expect(verifyChain(test.ground.db, [mark])).toEqual({ ok: false, seq: 9, why: 'missing' });
  });

  it('the whole journal written anew, told by what a copy knew of it', () => {
    fill();
    const mark = journalMark(test.ground.db);
    const other = openTestGround();
    for (let i = 0; i < 12; i++) addPractitioner(other.ground, `Autre ${i}`);
    expect(verifyChain(other.ground.db, [mark])).toEqual({ ok: false, seq: 10, why: 'not-this-journal' });
    other.close();
  });

  it('a copy’s mark that the journal has outgrown is no trouble', () => {
    fill();
    const mark = journalMark(test.ground.db);
    fill();
    expect(verifyChain(test.ground.db, [mark, { length: 0, head: null }]).ok).toBe(true);
  });
});

describe('erasing what the journal says of a person', () => {
  it('leaves who did what to which row and when, and a chain that holds', () => {
    fill();
    test.clock.set(test.clock.now() + 60_000);
    const told = test.ground.write(programCall, (tx) => eraseContents(tx, [8, 9]));
    expect(verifyChain(test.ground.db)).toMatchObject({ ok: true, length: 11, erased: 2 });
    expect(historyOf(test.ground.db, { entity: 'patient', id: 2 })).toMatchObject([
      { seq: 8, actor: 'CB', action: 'patient.updated', before: null, after: null, erased: true },
    ]);
    expect(historyOf(test.ground.db, { entity: 'journal', id: 8 })).toMatchObject([
      { seq: told, action: 'journal.erased', erased: false },
    ]);
  });

  it('leaves nothing of the words in the file, not even in its free pages', () => {
    fill();
    test.ground.write(programCall, (tx) => eraseContents(tx, [8]));
    expect(all(test.ground.db, 'SELECT seq, salt, contents FROM journal_contents WHERE seq = 8')).toEqual([
      { seq: 8, salt: null, contents: null },
    ]);
    expect(test.ground.db.pragma('secure_delete', { simple: true })).toBe(1);
  });

  it('happens once', () => {
    fill();
    test.ground.write(programCall, (tx) => eraseContents(tx, [8]));
    const at = () => all(test.ground.db, 'SELECT erased_at FROM journal_contents WHERE seq = 8');
    const first = at();
    test.clock.set(test.clock.now() + 60_000);
    test.ground.write(programCall, (tx) => eraseContents(tx, [8]));
    expect(at()).toEqual(first);
    expect(() =>
      test.ground.db.exec("UPDATE journal_contents SET salt = x'00', contents = '{}', erased_at = NULL"),
    ).toThrow('append only');
  });
});
