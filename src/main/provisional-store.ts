/** Stands in for core's store and gate until they land: a plain key file beside an encrypted file. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GateStatus } from '../contract/gate.ts';
import { os } from './core/api.ts';
import { get } from './core/db.ts';
import { DeskError } from './core/errors.ts';
import { type Clock, createGround, type Ground } from './core/ground.ts';
import { migrate } from './core/migrate.ts';
import { openFile } from './core/open-file.ts';

export const openProvisionalStore = (folder: string, clock: Clock, appVersion: string, demo: boolean) => {
  mkdirSync(folder, { recursive: true });
  const keyPath = join(folder, 'cle-provisoire');
  if (!existsSync(keyPath)) writeFileSync(keyPath, randomBytes(32), { mode: 0o600 });
  const db = openFile(join(folder, 'provisoire.db'), new Uint8Array(readFileSync(keyPath)));
  migrate(db, clock.now());
  const ground: Ground = createGround(db, clock);
  const status = (): GateStatus => ({
    state: 'open',
    firstStart: get(db, 'SELECT 1 FROM house') === undefined,
    demo,
    folder,
    appVersion,
  });
  const gateApi = {
    status: os.gate.status.handler(status),
    unlock: os.gate.unlock.handler(status),
    recoveryCode: os.gate.recoveryCode.handler(() => ({ recoveryCode: 'AAAA-BBBB-CCCC-DDDD' })),
    backup: os.gate.backup.handler(() => ({ lastAt: null, file: null, failure: null })),
    backUpNow: os.gate.backUpNow.handler(() => ({ lastAt: null, file: null, failure: null })),
    undo: os.gate.undo.handler(() => {
      throw new DeskError('NOTHING_TO_UNDO', {});
    }),
    undoable: os.gate.undoable.handler(() => null),
    changes: os.gate.changes.handler(async function* ({ context, signal }) {
      const queue: { seq: number; entities: string[] }[] = [];
      let wake = () => {};
      const stop = context.ground.onCommit((change) => {
        queue.push({ seq: change.seq, entities: [...change.entities] });
        wake();
      });
      signal?.addEventListener('abort', () => wake());
      try {
        while (!signal?.aborted) {
          const next = queue.shift();
          if (next) yield next;
          else
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
        }
      } finally {
        stop();
      }
    }),
  };
  return { ground, status, gateApi, close: () => db.close() };
};
