import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPractitioner } from '../../../tests/support/data-folder.ts';
import { openTestGround, programCall, type TestGround } from '../../../tests/support/ground.ts';
import { all, run } from './db.ts';

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
      all(test.ground.db, 'SELECT * FROM cursors'),
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
