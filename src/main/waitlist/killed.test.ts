/** A desk killed between the call and the list: nobody is lost, nobody is there twice. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { booking, refused } from '../../../tests/support/agenda-desk.ts';
import { clara, fillHouse, fixtureDb, MARTIN, ROUX } from '../../../tests/support/agenda-house.ts';
import { mustOpen, storeOptions, testFolders } from '../../../tests/support/data-folder.ts';
import { testClock } from '../../../tests/support/ground.ts';
import { newEntry } from '../../../tests/support/offers-desk.ts';
import { book, cancel } from '../agenda/service.ts';
import { all } from '../core/db.ts';
import { follow } from '../core/follow.ts';
import { silentLog } from '../core/log.ts';
import { accept, followFreed, freed, offer } from './offers-service.ts';
import { concernsEntries, ENTRIES, entriesReaction } from './service.ts';
import { insertEntry } from './store/entries.ts';

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

test('a place that is being offered is still kept when the desk opens again, until its time has run out', async () => {
  const folder = folders.make();
  const clock = testClock();
  const before = await mustOpen(storeOptions(folder, { clock }));
  fillHouse(before.ground);
  const gone = book(before.ground, clara, booking()).appointment;
  const later = book(before.ground, clara, booking({ patientId: MARTIN, day: '2026-11-27' })).appointment;
  const { id: entryId } = insertEntry(
    fixtureDb(before.ground),
    newEntry({ kind: 'earlier', appointmentId: later.id, patientId: MARTIN }),
  );
  cancel(before.ground, clara, { id: gone.id, version: gone.version, by: 'patient' });
  const follower = followFreed(before.ground, silentLog);
  follower.catchUp();
  follower.stop();
  const [card] = freed(before.ground);
  const made = offer(before.ground, clara, { slotId: card?.id ?? (0 as never), entryId, override: null });
  before.close();

  const after = await mustOpen(storeOptions(folder, { clock }));
  try {
    expect(freed(after.ground)).toMatchObject([{ id: card?.id, offer: made }]);
    expect(refused(() => book(after.ground, clara, booking({ patientId: ROUX }))).code).toBe('SLOT_TAKEN');
    const { id, version, expiresAt } = made;
    clock.set(expiresAt);
    expect(refused(() => accept(after.ground, clara, { id, version, acceptPatientBusy: false }))).toEqual({
      code: 'OFFER_OVER',
      data: { answer: 'expired' },
    });
    expect(book(after.ground, clara, booking({ patientId: ROUX })).appointment.start).toBe(600);
  } finally {
    after.close();
  }
});
