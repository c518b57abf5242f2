/**
 * The door of a desk: opens the data folder, says in which state it is, and lets whoever holds the recovery code in.
 * A desk lives behind a gate whether its file is open or not, so that the screen can always ask why.
 */
import type { BackupState, CopyListed } from '../../contract/copies.ts';
import type { GateStatus } from '../../contract/gate.ts';
import type { JournalCheck } from '../../contract/journal.ts';
import type { Call } from './actor.ts';
import { closedGround } from './closed-ground.ts';
import { openLedger } from './copies-ledger.ts';
import { listCopies } from './copies-listed.ts';
import { foldersOfCopies } from './copy-target.ts';
import { type DataFiles, dataFiles } from './data-files.ts';
import { get } from './db.ts';
import type { EraseAgain } from './erasures.ts';
import { DeskError } from './errors.ts';
import type { Ground } from './ground.ts';
import { FolderHeldError, type FolderLock, lockFolder } from './lock.ts';
import { type OpenOptions, openStore, type Refused, type Store } from './open-store.ts';
import { finishRestoration } from './restore-after.ts';
import { type CopyPlace, restoreCopy } from './restore-copy.ts';
import type { Compensations } from './undo.ts';
import { startUpkeep, type Upkeep, type UpkeepOptions } from './upkeep.ts';

export interface GateOptions extends Omit<OpenOptions, 'recoveryCode'>, Pick<UpkeepOptions, 'upkeepAfterMs'> {
  readonly appVersion: string;
  readonly demo: boolean;
  readonly compensations: Compensations;
  /** Rows that were emptied for good, and that a copy brought back. */
  readonly eraseAgain?: EraseAgain;
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
  copies(): CopyListed[];
  backUpNow(): Promise<BackupState>;
  prove(): Promise<BackupState>;
  /** What the last check of the journal found; null until there was one. */
  journalCheck(): JournalCheck | null;
  verifyJournal(): Promise<JournalCheck>;
  /** @param path null: no second place any more @throws DeskError CONFLICT `target-…` when copies cannot go there */
  setTarget(call: Call, path: string | null, acceptSameDisk: boolean): Promise<BackupState>;
  /**
   * Goes back to a copy while the house is open: that file is set aside.
   * @throws DeskError NOT_FOUND when the copy is not whole, what the disk throws: the house is open as before
   */
  goBack(file: string): Promise<GateStatus>;
  /** @throws DeskError CONFLICT `open` once a house is set up here, `no-copies` */
  lookIn(folder: string): CopyListed[];
  /** Brings a copy from elsewhere. @throws as `lookIn` and `restore` */
  bring(folder: string, file: string): Promise<GateStatus>;
  isRecoveryCode(typed: string): Promise<boolean>;
  /** @returns the new code, to be shown once; the former is dead, in the copies within reach too */
  replaceRecoveryCode(call: Call): Promise<string>;
  /** The file that a copy replaced last, until `forgetSetAside`; null when there is none. It stays in its folder. */
  setAside(): SetAside | null;
  forgetSetAside(): void;
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

export interface SetAside {
  /** When a copy took its place, and up to when that copy knows. UTC milliseconds. */
  readonly at: number;
  readonly copyAt: number;
  readonly folder: string;
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
  const ledger = openLedger(dataFiles(options.folder).ledger, options.log);

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
    finishRestoration(result, ledger, options.log, options.eraseAgain ?? (() => {}));
    opened = welcome(result);
    return status();
  };

  const leave = async (copyWithinMs: number | null): Promise<void> => {
    if (!opened) return;
    const { store, upkeep, closing, stop } = opened;
    closing.abort();
    stop();
    await upkeep.stop({ copyWithinMs });
    opened = null;
    store.close();
  };

  const welcome = (store: Store): Opened => {
    const stop = options.onOpen?.(store.ground) ?? (() => {});
    return {
      store,
      stop,
      upkeep: startUpkeep(store, { ...options, ledger }),
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

  const putBack = (place: CopyPlace, worked: boolean): void => {
    const files = dataFiles(options.folder);
    const now = options.clock.now();
    const lock = lockOrRefuse(files, now);
    try {
      const { copyAt, aside } = restoreCopy(files, place, now);
      ledger.change({ restored: { ...place, copyAt, aside, worked } });
      options.log.info('copy.restored', { file: place.file });
    } finally {
      lock.release();
    }
  };

  /** Whatever happens to the copy, the house is opened again: on it, or as it was. */
  const replaceOpen = async (place: CopyPlace, worked: boolean): Promise<GateStatus> => {
    await leave(null);
    try {
      putBack(place, worked);
    } finally {
      await tryOpen();
    }
    return status();
  };

  /** A house that is set up is never replaced by whoever has no right. */
  const refuseOnceSetUp = (): void => {
    if (closed || (opened && isHouseSetUp(opened.store.ground)))
      throw new DeskError('CONFLICT', { reason: 'open' });
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
    copies: () => inside().upkeep.copies(),
    prove: () => inside().upkeep.prove(),
    journalCheck: () => inside().upkeep.journalCheck(),
    verifyJournal: () => inside().upkeep.verify(),
    setTarget: async (call, path, acceptSameDisk) => {
      const { upkeep, store } = inside();
      const state = await upkeep.setTarget(path, acceptSameDisk);
      store.ground.write(call, (tx) =>
        tx.record({ action: 'copies.target-set', rows: [], after: { path, acceptSameDisk } }),
      );
      return state;
    },
    isRecoveryCode: async (typed) => {
      const right = await inside().store.isRecoveryCode(typed);
      if (right) ledger.change({ codeCheckedAt: options.clock.now() });
      return right;
    },
    replaceRecoveryCode: async (call) => {
      const { store, upkeep } = inside();
      // First what a full disk may refuse: a code that was issued and never shown would leave the house without one.
      store.ground.write(call, (tx) => tx.record({ action: 'recovery-code.replaced', rows: [] }));
      const code = await store.issueRecoveryCode();
      ledger.change({ codeCheckedAt: null });
      await upkeep.codeReplaced();
      return code;
    },
    setAside: () => {
      inside();
      return ledger.read().setAside;
    },
    forgetSetAside: () => ledger.change({ setAside: null }),
    restore: (file) =>
      inTurn(async () => {
        if (opened || closed) throw new DeskError('CONFLICT', { reason: 'open' });
        putBack({ folder: dataFiles(options.folder).copies, file }, true);
        return await tryOpen();
      }),
    goBack: (file) =>
      inTurn(() => {
        inside();
        return replaceOpen({ folder: dataFiles(options.folder).copies, file }, true);
      }),
    lookIn: (folder) => {
      refuseOnceSetUp();
      const found = foldersOfCopies(folder).flatMap((one) => listCopies(one, null));
      if (found.length === 0) throw new DeskError('CONFLICT', { reason: 'no-copies' });
      return found;
    },
    bring: (folder, file) =>
      inTurn(async () => {
        refuseOnceSetUp();
        const place = foldersOfCopies(folder).find((one) =>
          listCopies(one, null).some((copy) => copy.file === file),
        );
        if (place === undefined) throw new DeskError('NOT_FOUND', { what: 'copy' });
        // Open, it is the empty house of a first start: nothing in it is missed.
        return await replaceOpen({ folder: place, file }, opened === null);
      }),
    rest: () => opened?.store.fold(),
    wake: async () => opened?.upkeep.round(),
    close: ({ copyWithinMs } = {}) =>
      inTurn(async () => {
        closed = true;
        await leave(copyWithinMs ?? null);
      }),
  };
};

/** The assistant of the first start ends by writing the house's one row. */
const isHouseSetUp = (ground: Ground): boolean => get(ground.db, 'SELECT 1 FROM house') !== undefined;
