import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPractitioner } from '../../../tests/support/data-folder.ts';
import { openTestGround, programCall, type TestGround } from '../../../tests/support/ground.ts';
import { all, run } from './db.ts';
import { type Committed, createGround, PenAway } from './ground.ts';
import { openFile } from './open-file.ts';

let test: TestGround;
beforeEach(() => {
  test = openTestGround();
});
afterEach(() => test.close());

const count = () => all(test.ground.db, 'SELECT 1 FROM practitioners').length;

describe('one write', () => {
  it('is announced once it is committed, and names what changed', () => {
    const seen: unknown[] = [];
    test.ground.onCommit((change) => seen.push({ ...change, rows: count() }));
    addPractitioner(test.ground, 'Delaunay');
    expect(seen).toEqual([{ seq: 1, entities: ['practitioner'], rows: 1 }]);
  });

  it('is neither kept nor announced when it throws', () => {
    const seen: unknown[] = [];
    test.ground.onCommit((change) => seen.push(change));
    expect(() =>
      test.ground.write(programCall, (tx) => {
        run(tx.db, "INSERT INTO cursors VALUES ('x', 1)");
        tx.record({ action: 'x', rows: [] });
        throw new Error('changed my mind');
      }),
    ).toThrow('changed my mind');
    expect([
      seen,
      all(test.ground.db, "SELECT * FROM cursors WHERE follower = 'x'"),
      all(test.ground.db, 'SELECT * FROM journal'),
    ]).toEqual([[], [], []]);
  });

  it('stays committed when a screen stumbles over the news', () => {
    test.ground.onCommit(() => {
      throw new Error('a window is gone');
    });
    addPractitioner(test.ground, 'Delaunay');
    expect(count()).toBe(1);
  });

  it('holds no other: what was acknowledged must not be taken back by what is around it', () => {
    expect(() => test.ground.write(programCall, () => addPractitioner(test.ground, 'Delaunay'))).toThrow(
      'a write inside a write',
    );
    expect(count()).toBe(0);
  });

  it('is done at once, never awaited half-way', () => {
    expect(() => test.ground.write(programCall, async () => {})).toThrow('promise');
  });

  it('announces nothing when nothing was written', () => {
    const seen: unknown[] = [];
    test.ground.onCommit((change) => seen.push(change));
    expect(test.ground.write(programCall, () => 3)).toBe(3);
    expect(seen).toEqual([]);
  });

  it('stops announcing to whoever stopped listening', () => {
    const seen: unknown[] = [];
    test.ground.onCommit((change) => seen.push(change))();
    addPractitioner(test.ground, 'Delaunay');
    expect(seen).toEqual([]);
  });
});

describe('a write that another thread makes, some seconds long', () => {
  /** Gives the pen away, and hands back how to return it. */
  const giveAway = (ground = test.ground) => {
    const { promise, resolve, reject } = Promise.withResolvers<{ committed: Committed | null }>();
    return { returned: ground.handPen(() => promise), resolve, reject };
  };

  it('knows where the file lies and what opens it', async () => {
    await test.ground.handPen(async (file) => {
      const db = openFile(file.database, file.key, { mustExist: true });
      createGround(db, test.clock).write(programCall, (tx) => tx.record({ action: 'x', rows: [] }));
      db.close();
      return { committed: null };
    });
    expect(all(test.ground.db, 'SELECT action FROM journal')).toEqual([{ action: 'x' }]);
  });

  it('keeps nobody from reading, and nobody else writes', async () => {
    const { returned, resolve } = giveAway();
    expect(count()).toBe(0);
    expect(() => addPractitioner(test.ground, 'Delaunay')).toThrow(PenAway);
    await expect(test.ground.handPen(async () => ({ committed: null }))).rejects.toThrow(PenAway);
    resolve({ committed: null });
    await returned;
    addPractitioner(test.ground, 'Delaunay');
    expect(count()).toBe(1);
  });

  it('lets whoever waited write as soon as it is over, also when it failed', async () => {
    const { returned, reject } = giveAway();
    const waited = test.ground.penBack().then(() => addPractitioner(test.ground, 'Delaunay'));
    reject(new Error('changed my mind'));
    await expect(returned).rejects.toThrow('changed my mind');
    await waited;
    expect(count()).toBe(1);
  });

  it('is announced once it is committed, when everybody may write again', async () => {
    const seen: unknown[] = [];
    test.ground.onPen((away) => seen.push(away ? 'away' : 'back'));
    test.ground.onCommit((change) => {
      seen.push(change.entities);
      if (change.entities[0] === 'import') addPractitioner(test.ground, 'Delaunay');
    });
    const { returned, resolve } = giveAway();
    resolve({ committed: { seq: 1, entities: ['import'] } });
    await returned;
    expect(seen).toEqual(['away', 'back', ['import'], ['practitioner']]);
  });

  it('cannot be made on rows that this connection alone reaches', async () => {
    const alone = createGround(test.ground.db, test.clock);
    await expect(giveAway(alone).returned).rejects.toThrow('no other thread can open this file');
    addPractitioner(alone, 'Delaunay');
    expect(count()).toBe(1);
  });
});
