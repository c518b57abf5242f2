/** The second place of the copies, seen from the desk: what is known of it, and the worker that goes there. */
import type { Worker } from 'node:worker_threads';
import type { BackupTarget } from '../../contract/copies.ts';
import type { Ledger } from './copies-ledger.ts';
import { DeskError } from './errors.ts';
import type { Clock } from './ground.ts';
import type { Log } from './log.ts';
import type { Store } from './open-store.ts';
import { runJob } from './upkeep-job.ts';
import { carryFailed } from './upkeep-words.ts';

export interface TargetKeeper {
  state(): BackupTarget | null;
  /** Brings there what is missing. Failure is in the state, never thrown. */
  carry(): Promise<void>;
  /** @throws DeskError CONFLICT `target-…` when copies cannot go there */
  choose(path: string, acceptSameDisk: boolean): Promise<void>;
  /** Copies that are there already stay. */
  forget(): void;
  stop(): void;
}

export const keepTarget = (
  { files, house, ground }: Pick<Store, 'files' | 'house' | 'ground'>,
  { clock, log, ledger }: { readonly clock: Clock; readonly log: Log; readonly ledger: Ledger },
): TargetKeeper => {
  let failure: string | null = null;
  let absent = false;
  let stopped = false;
  let worker: Worker | null = null;
  // Not in turn with the copies of this PC: a share that hangs must not hold them up.
  let underWay: Promise<unknown> = Promise.resolve();
  const started = (one: Worker): void => {
    worker = one;
    one.unref();
  };

  const carryNow = async (): Promise<void> => {
    const { target, proof } = ledger.read();
    if (stopped || target === null) return;
    try {
      const asks = {
        path: target.path,
        copies: files.copies,
        envelope: files.envelope,
        proven: proof?.file ?? null,
      };
      const carried = await runJob('carry', asks, started);
      const now = clock.now();
      // Another was chosen meanwhile: what was learnt of this one no longer matters.
      if (stopped || ledger.read().target?.path !== target.path) return;
      absent = !carried.there;
      failure = null;
      if (!carried.there) return;
      const { copy } = carried;
      const fresh = copy && target.copy?.file !== copy.file ? { ...copy, on: now } : target.copy;
      ledger.change({ target: { ...target, seenAt: now, copy: fresh } });
      if (fresh !== target.copy) log.info('copy.carried', { file: copy?.file ?? '' });
    } catch (error) {
      if (!stopped) failure = carryFailed(error, log.error('copy.not-carried', error));
    } finally {
      worker = null;
    }
  };

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = underWay.then(work, work);
    underWay = turn.catch(() => {});
    return turn;
  };

  return {
    state: () => {
      const { target } = ledger.read();
      if (target === null) return null;
      const { path, sameDisk, seenAt, copy } = target;
      return { path, sameDisk, seenAt, absent, failure, copyAt: copy?.at ?? null };
    },
    carry: () => inTurn(carryNow),
    choose: (path, acceptSameDisk) =>
      inTurn(async () => {
        const asks = { path, dataFolder: files.folder, house, acceptSameDisk };
        const chosen = await runJob('choose', asks, started);
        if (!chosen.ok) throw new DeskError('CONFLICT', { reason: `target-${chosen.problem}` });
        const now = ground.clock.now();
        failure = null;
        absent = false;
        const { sameDisk } = chosen;
        ledger.change({ target: { path, chosenAt: now, sameDisk, seenAt: now, copy: null } });
      }),
    forget: () => {
      failure = null;
      absent = false;
      ledger.change({ target: null });
    },
    stop: () => {
      stopped = true;
      // Not waited for: a thread that hangs on a share ends with the process.
      void worker?.terminate();
    },
  };
};
