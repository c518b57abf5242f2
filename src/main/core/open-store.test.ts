import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { testClock } from '../../../tests/support/ground.ts';
import { silentLog } from './log.ts';
import { type OpenOptions, openStore, type Store } from './open-store.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const options = (over: Partial<OpenOptions> = {}): OpenOptions => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-store-'));
  folders.push(folder);
  return {
    folder,
    clock: testClock(),
    log: silentLog,
    program: 'Parvis',
    sealer: null,
    plainKey: true,
    zone: 'Europe/Paris',
    ...over,
  };
};

const opened = async (o: OpenOptions): Promise<Store> => {
  const store = await openStore(o);
  if (!store.ok) throw new Error(store.failure.message);
  return store;
};

describe('opening a data folder', () => {
  it('makes a new house in an empty folder, and finds it again', async () => {
    const o = options();
    const first = await opened(o);
    expect(first.created).toBe(true);
    first.close();
    const second = await opened(o);
    expect(second.created).toBe(false);
    second.close();
  });

  it('tells the second comer who holds the folder, and since when', async () => {
    const o = options();
    const first = await opened(o);
    const second = await openStore({ ...o, program: 'import', lockWaitMs: 0 });
    expect(second.ok ? null : [second.failure.code, second.failure.since]).toEqual([
      'held-by-another',
      o.clock.now(),
    ]);
    first.close();
  });
});
