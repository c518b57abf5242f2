/**
 * The door of a desk: opens the data folder, says in which state it is, and lets whoever holds the recovery code in.
 * A desk lives behind a gate whether its file is open or not, so that the screen can always ask why.
 */
import type { BackupState, GateStatus } from '../../contract/gate.ts';
import { closedGround } from './closed-ground.ts';
import { type DataFiles, dataFiles } from './data-files.ts';
import { get } from './db.ts';
import { DeskError } from './errors.ts';
import type { Ground } from './ground.ts';
import { FolderHeldError, type FolderLock, lockFolder } from './lock.ts';
import { type OpenOptions, openStore, type Refused, type Store } from './open-store.ts';
import { noteRestoration } from './restorations.ts';
import { restoreCopy } from './restore-copy.ts';
import type { Compensations } from './undo.ts';
import { startUpkeep, type Upkeep, type UpkeepOptions } from './upkeep.ts';

export interface GateOptions extends Omit<OpenOptions, 'recoveryCode'>, Pick<UpkeepOptions, 'upkeepAfterMs'> {
  readonly appVersion: string;
  readonly demo: boolean;
  readonly compensations: Compensations;
  /**
   * Called each time the file has been opened, before anybody is let in: the place to start followers.
   * @returns how to stop what was started
   */
  readonly onOpen?: (ground: Ground) => () => void;
}

export interface Gate {
  readonly compensations: Compensations;
  /** The ground of the open file, or one that refuses every use with DESK_CLOSED. */
  ground(): Ground;
  /** Aborted when the file closes: ends the streams of this opening. */
  closing(): AbortSignal;
  status(): GateStatus;
  /** Tries to open the folder, at start and whenever somebody asks to try again. Never throws for a folder's sake. */
  open(): Promise<GateStatus>;
  /** @throws DeskError WRONG_RECOVERY_CODE */
  unlock(recoveryCode: string): Promise<GateStatus>;
  /** @throws DeskError DESK_CLOSED; CONFLICT once the first start is over */
  issueRecoveryCode(): Promise<string>;
  backup(): BackupState;
  backUpNow(): Promise<BackupState>;
  /** A host that closes must first let go of whoever listens. */
  endStreams(): void;
  /**
   * Puts a copy in the place of a file that does not open, sets that one aside, and opens.
   * @throws DeskError CONFLICT while the file is open or in other hands, NOT_FOUND when the copy is not whole
   */
  restore(file: string): Promise<GateStatus>;
  /** The PC is about to sleep, or the session to end: the little that can be put in order at once is. */
  rest(): void;
  /** The PC woke up: the day's copy may be due, and timers have slept too. Resolves once that is seen to. */
  wake(): Promise<void>;
  /** Ends the streams, makes a last copy if that takes no longer than told, closes the file, frees the folder. */
  close(options?: { readonly copyWithinMs?: number }): Promise<void>;
}

interface Opened {
  readonly store: Store;
  readonly upkeep: Upkeep;
  readonly closing: AbortController;
  /** No house at opening: the whole of this opening counts as the first start. */
  readonly firstStart: boolean;
  readonly stop: () => void;
}

export const createGate = (options: GateOptions): Gate => {
  let opened: Opened | null = null;
  let refused: Refused | null = null;
  let closed = false;
  let underWay: Promise<unknown> = Promise.resolve();

  /** One opening at a time: a second click on « Réessayer » waits for the first. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = underWay.then(work, work);
    underWay = turn.catch(() => {});
    return turn;
  };

  const tryOpen = async (recoveryCode?: string): Promise<GateStatus> => {
    if (opened || closed) return status();
    const result = await openStore({ ...options, ...(recoveryCode === undefined ? {} : { recoveryCode }) });
    if (!result.ok) {
      refused = result;
      return status();
    }
    refused = null;
    opened = welcome(result);
    return status();
  };

  const welcome = (store: Store): Opened => {
    const stop = options.onOpen?.(store.ground) ?? (() => {});
    return {
      store,
      stop,
      upkeep: startUpkeep(store, options),
      closing: new AbortController(),
      firstStart: !isHouseSetUp(store.ground),
    };
  };

  const status = (): GateStatus => {
    const { folder, appVersion, demo } = options;
    if (opened) {
      const { store } = opened;
      // Until something else than this process can open the file, the house is not set up.
      const firstStart = !isHouseSetUp(store.ground) || !store.hasWrappedKey();
      const { house } = store;
      return { state: 'open', house, firstStart, demo, folder, appVersion, check: opened.upkeep.check() };
    }
    if (!refused) throw new DeskError('DESK_CLOSED', {});
    return { state: 'closed', house: refused.house, failure: refused.failure, folder, appVersion };
  };

  const putBack = (file: string): number => {
    const files = dataFiles(options.folder);
    const now = options.clock.now();
    const lock = lockOrRefuse(files, now);
    try {
      const copyAt = restoreCopy(files, file, now);
      options.log.info('copy.restored', { file });
      return copyAt;
    } finally {
      lock.release();
    }
  };

  const lockOrRefuse = (files: DataFiles, since: number): FolderLock => {
    try {
      return lockFolder(files, { program: options.program, since }, options.lockWaitMs);
    } catch (error) {
      if (error instanceof FolderHeldError) throw new DeskError('CONFLICT', { reason: 'held-by-another' });
      throw error;
    }
  };

  const inside = (): Opened => {
    if (!opened) throw new DeskError('DESK_CLOSED', {});
    return opened;
  };

  return {
    compensations: options.compensations,
    ground: () => opened?.store.ground ?? closedGround,
    closing: () => inside().closing.signal,
    status,
    open: () => inTurn(() => tryOpen()),
    unlock: (recoveryCode) => inTurn(() => tryOpen(recoveryCode)),
    issueRecoveryCode: async () => {
      const { store, firstStart } = inside();
      if (!firstStart && store.hasWrappedKey())
        throw new DeskError('CONFLICT', { reason: 'first-start-over' });
      return store.issueRecoveryCode();
    },
    endStreams: () => opened?.closing.abort(),
    backup: () => inside().upkeep.backup(),
    backUpNow: () => inside().upkeep.backUpNow(),
    restore: (file) =>
      inTurn(async () => {
        if (opened || closed) throw new DeskError('CONFLICT', { reason: 'open' });
        const copyAt = putBack(file);
        await tryOpen();
        if (opened) noteRestoration(inside().store.ground, file, copyAt);
        return status();
      }),
    rest: () => opened?.store.fold(),
    wake: async () => opened?.upkeep.round(),
    close: ({ copyWithinMs } = {}) =>
      inTurn(async () => {
        closed = true;
        if (!opened) return;
        const { store, upkeep, closing, stop } = opened;
        closing.abort();
        stop();
        await upkeep.stop({ copyWithinMs: copyWithinMs ?? null });
        opened = null;
        store.close();
      }),
  };
};

/** The assistant of the first start ends by writing the house's one row. */
const isHouseSetUp = (ground: Ground): boolean => get(ground.db, 'SELECT 1 FROM house') !== undefined;
