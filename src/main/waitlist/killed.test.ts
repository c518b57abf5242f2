/** A desk killed between the call and the list: nobody is lost, nobody is there twice. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ROUX } from '../../../tests/support/agenda-house.ts';
import { mustOpen, storeOptions, testFolders } from '../../../tests/support/data-folder.ts';
import { all } from '../core/db.ts';
import { follow } from '../core/follow.ts';
import { silentLog } from '../core/log.ts';
import { concernsEntries, ENTRIES, entriesReaction } from './service.ts';

const folders = testFolders();
afterEach(folders.removeAll);

const killed = (folder: string, moment: 'before' | 'within'): Promise<NodeJS.Signals | null> =>
  new Promise((resolve) => {
    const program = join(import.meta.dirname, '../../../tests/support/waiting-store.ts');
    fork(program, [folder, moment], { execArgv: [] }).once('exit', (_code, signal) => resolve(signal));
  });

test.each(['before', 'within'] as const)(
  'whoever was just put on the list is there, once, when the desk opens again (killed %s)',
  async (moment) => {
    const folder = folders.make();
    expect(await killed(folder, moment)).toBe('SIGKILL');
    const store = await mustOpen(storeOptions(folder));
    try {
      const entries = () =>
        all(
          store.ground.db,
          `SELECT e.patient_id, e.state, e.since = r.opened_at AS dated
             FROM waitlist_entries e JOIN requests r ON r.id = e.request_id`,
        );
      expect(entries()).toEqual([]);
      const follower = follow(store.ground, ENTRIES, entriesReaction, silentLog, concernsEntries);
      follower.catchUp();
      follower.catchUp();
      follower.stop();
      expect(entries()).toEqual([{ patient_id: ROUX, state: 'waiting', dated: 1 }]);
    } finally {
      store.close();
    }
  },
);
