import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPractitioner } from '../../../tests/support/data-folder.ts';
import { openTestGround, type TestGround } from '../../../tests/support/ground.ts';
import { all, run } from './db.ts';
import { type Follower, follow, type Reaction } from './follow.ts';
import { createGround, type Ground } from './ground.ts';
import { silentLog } from './log.ts';

let test: TestGround;
const started: Follower[] = [];
beforeEach(() => {
  test = openTestGround();
  test.ground.db.exec('CREATE TABLE heard (seq INTEGER, follower TEXT, UNIQUE (seq, follower)) STRICT');
});
afterEach(() => {
  for (const follower of started.splice(0)) follower.stop();
  test.close();
});

const start = (ground: Ground, name: string, reaction: Reaction = hears(name), log = silentLog): Follower => {
  const follower = follow(ground, name, reaction, log);
  started.push(follower);
  return follower;
};

/** Notes each entry once: a second time breaks the table's rule. */
const hears =
  (name: string): Reaction =>
  (tx, record) => {
    run(tx.db, 'INSERT INTO heard VALUES (?, ?)', [record.seq, name]);
  };

const heard = (name: string): number[] =>
  all<{ seq: number }>(test.ground.db, 'SELECT seq FROM heard WHERE follower = ? ORDER BY rowid', [name]).map(
    (row) => row.seq,
  );
const add = (count: number): void => {
  for (let i = 0; i < count; i++) addPractitioner(test.ground, `P${i}`);
};
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
/** Followers read when the desk has nothing else to do. */
const idle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('whoever follows the journal', () => {
  it('hears of everything that was written before it came, in order, once', () => {
    add(120);
    const follower = start(test.ground, 'waitlist');
    follower.catchUp();
    follower.catchUp();
    expect(heard('waitlist')).toEqual(upTo(120));
  });

  it('hears of what is written from then on, without being asked', async () => {
    start(test.ground, 'waitlist');
    add(3);
    await idle();
    expect(heard('waitlist')).toEqual([1, 2, 3]);
  });

  it('goes on where it stopped when the desk starts again', () => {
    add(3);
    start(test.ground, 'waitlist').catchUp();
    // The same file under another ground: what a restart is.
    const ground = createGround(test.ground.db, test.clock);
    add(2);
    start(ground, 'waitlist').catchUp();
    expect(heard('waitlist')).toEqual(upTo(5));
  });

  it('does not disturb another that follows at its own pace', () => {
    add(2);
    start(test.ground, 'waitlist').catchUp();
    add(2);
    start(test.ground, 'indicators').catchUp();
    expect([heard('waitlist'), heard('indicators')]).toEqual([[1, 2], upTo(4)]);
  });

  it('takes back a reaction that failed halfway, keeps those before it, and tries again later', async () => {
    let broken = true;
    const logged: unknown[] = [];
    const log = {
      info: () => {},
      error: (_event: string, _error: unknown, fields = {}) => {
        logged.push(fields);
        return '';
      },
    };
    add(4);
    start(
      test.ground,
      'waitlist',
      (tx, record) => {
        hears('waitlist')(tx, record);
        if (broken && record.seq === 3) throw new Error('not yet');
      },
      log,
    );
    await idle();
    expect(heard('waitlist')).toEqual([1, 2]);
    expect(logged).toEqual([{ follower: 'waitlist', after: 2 }]);
    broken = false;
    add(1);
    await idle();
    expect(heard('waitlist')).toEqual(upTo(5));
  });

  it('may write rows with an entry of its own, told of like any other', async () => {
    const changes: unknown[] = [];
    test.ground.onCommit((change) => changes.push(change));
    start(test.ground, 'waitlist', (tx, record) => {
      if (record.action !== 'practitioner.added') return;
      tx.record({ action: 'waitlist.noticed', rows: [{ entity: 'practitioner', id: record.seq }] });
    });
    add(1);
    await idle();
    expect(changes).toEqual([
      { seq: 1, entities: ['practitioner'] },
      { seq: 2, entities: ['practitioner'] },
    ]);
    expect(all(test.ground.db, 'SELECT actor_id, actor, action FROM journal WHERE seq = 2')).toEqual([
      { actor_id: null, actor: 'waitlist', action: 'waitlist.noticed' },
    ]);
  });

  it('lets calls be answered while it catches up from far behind', async () => {
    add(400);
    start(test.ground, 'waitlist');
    await new Promise((resolve) => setImmediate(resolve));
    const after = heard('waitlist').length;
    expect([0, 50, 100]).toContain(after);
    add(1);
    await idle();
    started[0]?.catchUp();
    expect(heard('waitlist')).toEqual(upTo(401));
  });

  it('waits without complaint while another thread writes, and hears the rest once it is over', async () => {
    const logged: unknown[] = [];
    const log = { ...silentLog, error: (event: string) => `${logged.push(event)}` };
    add(2);
    const { promise, reject } = Promise.withResolvers<never>();
    const returned = test.ground.handPen(() => promise);
    start(test.ground, 'waitlist', hears('waitlist'), log);
    await idle();
    expect([heard('waitlist'), logged]).toEqual([[], []]);
    reject(new Error('changed my mind'));
    await expect(returned).rejects.toThrow('changed my mind');
    await idle();
    expect([heard('waitlist'), logged]).toEqual([[1, 2], []]);
  });

  it('hears nothing once stopped', async () => {
    start(test.ground, 'waitlist').stop();
    add(1);
    await idle();
    expect(heard('waitlist')).toEqual([]);
  });
});
