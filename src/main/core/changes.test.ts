import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPractitioner } from '../../../tests/support/data-folder.ts';
import { openTestGround, programCall, type TestGround } from '../../../tests/support/ground.ts';
import type { Change } from '../../contract/gate.ts';
import { changes } from './changes.ts';
import type { Committed } from './ground.ts';

let test: TestGround;
beforeEach(() => {
  test = openTestGround();
});
afterEach(() => test.close());

const open = (...signals: AbortSignal[]) => changes(test.ground, signals);
const next = async (stream: AsyncGenerator<Change, void, void>): Promise<Change | 'ended'> => {
  const { value, done } = await stream.next();
  return done ? 'ended' : (value as Change);
};
const touch = (entity: string): void => {
  test.ground.write(programCall, (tx) => tx.record({ action: 'x', rows: [{ entity, id: 1 }] }));
};

describe('the news that keeps a window fresh', () => {
  it('first say where the journal stands, so that a window that was cut off knows what it missed', async () => {
    addPractitioner(test.ground, 'Delaunay');
    expect(await next(open())).toEqual({ seq: 1, entities: [] });
  });

  it('come at once to a window that waits', async () => {
    const stream = open();
    await next(stream);
    const waiting = next(stream);
    touch('patient');
    expect(await waiting).toEqual({ seq: 1, entities: ['patient'] });
  });

  it('come as one to a window that was busy, and none is left out', async () => {
    const stream = open();
    await next(stream);
    for (const entity of ['patient', 'claim', 'patient', 'request']) touch(entity);
    expect(await next(stream)).toEqual({ seq: 4, entities: ['patient', 'claim', 'request'] });
  });

  it('say that what is saved waits while a long write is made elsewhere, and when it no longer does', async () => {
    const stream = open();
    await next(stream);
    const { promise, resolve } = Promise.withResolvers<{ committed: Committed | null }>();
    const returned = test.ground.handPen(() => promise);
    expect(await next(stream)).toEqual({ seq: 0, entities: [], writesWait: true });
    const waiting = next(stream);
    resolve({ committed: { seq: 9, entities: ['import'] } });
    await returned;
    expect(await waiting).toEqual({ seq: 9, entities: ['import'], writesWait: false });
  });

  it('reach every window alike', async () => {
    const streams = [open(), open(), open()];
    for (const stream of streams) await next(stream);
    touch('claim');
    expect(await Promise.all(streams.map(next))).toEqual(
      streams.map(() => ({ seq: 1, entities: ['claim'] })),
    );
  });

  it('end with the window, or with the desk, even while nothing happens', async () => {
    const window = new AbortController();
    const desk = new AbortController();
    const streams = [open(window.signal, desk.signal), open(desk.signal)];
    for (const stream of streams) await next(stream);
    const waiting = streams.map(next);
    window.abort();
    expect(await waiting[0]).toBe('ended');
    desk.abort();
    expect(await waiting[1]).toBe('ended');
  });

  it('end at once for whoever comes while the desk is closing', async () => {
    expect(await next(open(AbortSignal.abort()))).toBe('ended');
  });

  it('stop costing anything once a window is gone', async () => {
    const listening = new Set<unknown>();
    const onCommit = test.ground.onCommit;
    const ground = {
      ...test.ground,
      onCommit: (listener: Parameters<typeof onCommit>[0]) => {
        listening.add(listener);
        const stop = onCommit(listener);
        return () => {
          listening.delete(listener);
          stop();
        };
      },
    };
    const stream = changes(ground, []);
    await next(stream);
    expect(listening.size).toBe(1);
    await stream.return();
    expect(listening.size).toBe(0);
  });
});
