/**
 * Opens a data folder: the lock first, then the key, then a look that leaves no trace, and only then the file itself.
 * Whatever is refused on the way is refused with the files as they were found.
 */
import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import type { OpenFailure } from '../../contract/gate.ts';
import { createPrivate, PRIVATE_FOLDER, renameDurably } from './atomic-file.ts';
import { copyBeforeUpgrade } from './copies.ts';
import { openLedger } from './copies-ledger.ts';
import { usableCopies } from './copies-listed.ts';
import { type DataFiles, dataFiles } from './data-files.ts';
import type { ReadDb } from './db.ts';
import { DeskError } from './errors.ts';
import { type Clock, createGround, type Ground } from './ground.ts';
import { type Envelope, readEnvelope, writeEnvelope } from './keys/envelope.ts';
import {
  emptyEnvelope,
  type FoundKey,
  houseOf,
  isKeyOf,
  keyFromCode,
  keyWithoutCode,
  newFileKey,
  withNewRecoveryCode,
  withPlainKey,
  withSystemSeal,
} from './keys/keyring.ts';
import type { Sealer } from './keys/sealer.ts';
import { lookInto } from './leave-as-found.ts';
import { type FolderLock, lockFolder } from './lock.ts';
import type { Log } from './log.ts';
import { type Migration, migrate, planUpgrade, shippedMigrations } from './migrate.ts';
import {
  DamagedFileError,
  explain,
  NeedsRecoveryCodeError,
  unexplained,
  WrongKeyError,
} from './open-failure.ts';
import { closeFile, type FileKey, foldLog, openFile } from './open-file.ts';

export interface OpenOptions {
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Shown to whoever comes second: « Parvis », « la reprise de l’ancien agenda »… */
  readonly program: string;
  /** The system's key store, where there is one. */
  readonly sealer: Sealer | null;
  /** By choice only (demo, source runs): a new house's key is kept in clear, in a file that only this user reads. */
  readonly plainKey: boolean;
  /** Typed by somebody, when the folder asked for it. */
  readonly recoveryCode?: string;
  /** Zone of the PC, for the hour in a message; the house's own zone is inside the file. */
  readonly zone?: string;
  readonly migrations?: readonly Migration[];
  /** How long to wait for a holder that is just leaving. */
  readonly lockWaitMs?: number;
}

export interface Store {
  readonly ok: true;
  readonly ground: Ground;
  readonly files: DataFiles;
  readonly house: string;
  /** For worker threads of this process, which open the file for reading. */
  readonly key: FileKey;
  /** The folder was empty. */
  readonly created: boolean;
  /** Does anything but the memory of this process open the file? */
  hasWrappedKey(): boolean;
  /** Replaces the recovery code. @returns the new one, to be shown once */
  issueRecoveryCode(): Promise<string>;
  /** Does what somebody typed open this house? */
  isRecoveryCode(typed: string): Promise<boolean>;
  /** When the code that opens it was issued; null while there is none. */
  recoveryCodeSince(): number | null;
  /** Folds the log into the file as far as nobody reads it: the file alone then holds the day. */
  fold(): void;
  /** Folds the log into the file, closes it, frees the folder. */
  close(): void;
}

export interface Refused {
  readonly ok: false;
  /** As its envelope says; null without one that can be read. */
  readonly house: string | null;
  readonly failure: OpenFailure;
}

/** @throws DeskError WRONG_RECOVERY_CODE, when one was typed. Any other trouble is a failure, in words. */
export const openStore = async (options: OpenOptions): Promise<Store | Refused> => {
  const files = dataFiles(options.folder);
  let lock: FolderLock | null = null;
  try {
    mkdirSync(options.folder, { recursive: true, mode: PRIVATE_FOLDER });
    lock = lockFolder(files, { program: options.program, since: options.clock.now() }, options.lockWaitMs);
    return await openLocked(files, lock, options);
  } catch (error) {
    lock?.release();
    if (error instanceof DeskError) throw error;
    return { ok: false, house: houseIn(files), failure: failureOf(error, files, options) };
  }
};

const houseIn = (files: DataFiles): string | null => {
  try {
    return houseOf(readEnvelope(files.envelope));
  } catch {
    return null;
  }
};

const failureOf = (error: unknown, files: DataFiles, options: OpenOptions): OpenFailure => {
  const known = explain(error, {
    now: options.clock.now(),
    zone: options.zone ?? Temporal.Now.timeZoneId(),
    copies: () =>
      usableCopies(files.copies, openLedger(files.ledger, options.log).read().proof?.file ?? null),
  });
  if (known) {
    options.log.info('open.refused', { code: known.code });
    return known;
  }
  return unexplained(options.log.error('open.failed', error));
};

const openLocked = async (files: DataFiles, lock: FolderLock, options: OpenOptions): Promise<Store> => {
  const migrations = options.migrations ?? shippedMigrations();
  const created = !existsSync(files.envelope) && sizeOf(files.database) === 0;
  const start = created ? await createHouse(files, options, migrations) : await unwrap(files, options);
  if (!created) prepare(files, start, migrations, options);
  const db = openFile(files.database, start.key, { mustExist: true });
  try {
    migrate(db, options.clock.now(), migrations);
  } catch (error) {
    db.close();
    throw error;
  }
  // Of a restoration that was cut short before it took this file's place: another will bring its own.
  for (const suffix of ['', '.tmp']) rmSync(files.newDatabase + suffix, { force: true });
  options.log.info('open.done', { created, version: db.pragma('user_version', { simple: true }) as number });
  return store(files, lock, options, start, db, created);
};

interface Keyed extends FoundKey {
  readonly envelope: Envelope;
}

/** @throws DeskError WRONG_RECOVERY_CODE; EnvelopeMissingError, EnvelopeUnreadableError, NeedsRecoveryCodeError */
const unwrap = async (files: DataFiles, { sealer, recoveryCode, log }: OpenOptions): Promise<Keyed> => {
  const envelope = readEnvelope(files.envelope);
  if (recoveryCode === undefined) {
    const found = await keyWithoutCode(envelope, sealer);
    if (!found) throw new NeedsRecoveryCodeError(envelope.system ? 'sealed-elsewhere' : 'no-seal');
    return { ...found, envelope };
  }
  const key = await keyFromCode(envelope, recoveryCode);
  if (!isKeyOf(envelope, key)) throw new DeskError('WRONG_RECOVERY_CODE', {});
  log.info('open.recovered');
  // Whoever just typed the code on a new PC should not have to type it tomorrow.
  return { key, envelope, reseal: true };
};

/** Finds out whether the file can be opened, and copies it if it is about to be upgraded. Changes nothing else. */
const prepare = (
  files: DataFiles,
  { key, envelope }: Keyed,
  migrations: readonly Migration[],
  options: OpenOptions,
): void => {
  finishFirstStart(files, key);
  if (!existsSync(files.database)) throw new DamagedFileError('missing');
  if (sizeOf(files.database) === 0) throw new DamagedFileError('empty');
  const isAnother = (): boolean => !fileId(files.database).equals(envelope.fileId);
  try {
    if (existsSync(`${files.database}-journal`)) {
      if (isAnother()) throw new WrongKeyError();
      finishRollback(files.database, key);
    }
    lookInto(files.database, key, (db) => {
      const plan = planUpgrade(db, migrations);
      if (plan.pending.length > 0 && plan.from > 0)
        copyBeforeUpgrade(db, files, key, plan, options.clock.now());
    });
  } catch (error) {
    const unreadable = error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB';
    if (unreadable && isAnother()) throw new WrongKeyError();
    throw error;
  }
};

/**
 * A copy is written without a write-ahead log, and gets one when it becomes the file in use. A plug pulled at that instant
 * leaves pages to be put back, which no connection that only reads may do: until then nobody can look at all.
 */
const finishRollback = (path: string, key: FileKey): void =>
  closeFile(openFile(path, key, { mustExist: true }));

/**
 * A new house: the file is built aside, then its envelope is written, then the file gets its name. A plug pulled in
 * between leaves an empty folder for all that matters, or a house that `finishFirstStart` completes.
 */
const createHouse = async (
  files: DataFiles,
  options: OpenOptions,
  migrations: readonly Migration[],
): Promise<Keyed> => {
  const key = newFileKey();
  for (const suffix of ['', '-wal', '-shm']) rmSync(files.newDatabase + suffix, { force: true });
  createPrivate(files.newDatabase);
  const db = openFile(files.newDatabase, key);
  try {
    migrate(db, options.clock.now(), migrations);
  } finally {
    closeFile(db);
  }
  const empty = emptyEnvelope(key, fileId(files.newDatabase), options.clock.now());
  const envelope = options.plainKey ? withPlainKey(empty, key) : await sealed(empty, key, options);
  writeEnvelope(files.envelope, envelope);
  renameDurably(files.newDatabase, files.database);
  return { key, envelope, reseal: false };
};

const finishFirstStart = (files: DataFiles, key: FileKey): void => {
  if (existsSync(files.database) || sizeOf(files.newDatabase) === 0) return;
  lookInto(files.newDatabase, key, () => {});
  renameDurably(files.newDatabase, files.database);
};

/** Sealed by the system where it can; otherwise as it was, and the recovery code opens it. */
const sealed = async (envelope: Envelope, key: FileKey, { sealer, log }: OpenOptions): Promise<Envelope> => {
  if (!sealer?.available) return envelope;
  try {
    return await withSystemSeal(envelope, key, sealer);
  } catch (error) {
    log.error('seal.failed', error);
    return envelope;
  }
};

const store = async (
  files: DataFiles,
  lock: FolderLock,
  options: OpenOptions,
  start: Keyed,
  db: ReadDb,
  created: boolean,
): Promise<Store> => {
  let envelope = start.envelope;
  const keep = (next: Envelope): void => {
    writeEnvelope(files.envelope, next);
    envelope = next;
  };
  if (start.reseal) {
    const resealed = await sealed(envelope, start.key, options);
    try {
      if (resealed !== envelope) keep(resealed);
    } catch (error) {
      options.log.error('seal.not-kept', error);
    }
  }
  let open = true;
  return {
    ok: true,
    ground: createGround(db, options.clock, { database: files.database, key: start.key }),
    files,
    house: houseOf(start.envelope),
    key: start.key,
    created,
    hasWrappedKey: () => Boolean(envelope.system ?? envelope.recovery ?? envelope.plain),
    issueRecoveryCode: async () => {
      const issued = await withNewRecoveryCode(envelope, start.key, options.clock.now());
      keep(issued.envelope);
      options.log.info('recovery-code.issued');
      return issued.code;
    },
    isRecoveryCode: async (typed) => {
      try {
        return isKeyOf(envelope, await keyFromCode(envelope, typed));
      } catch (error) {
        if (error instanceof DeskError) return false;
        throw error;
      }
    },
    recoveryCodeSince: () => envelope.recovery?.issuedAt ?? null,
    fold: () => {
      if (open) foldLog(db, 'PASSIVE');
    },
    close: () => {
      if (!open) return;
      open = false;
      try {
        closeFile(db);
      } finally {
        lock.release();
        options.log.info('open.closed');
      }
    },
  };
};

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** The first 16 bytes of an encrypted file: its salt, never rewritten. */
const fileId = (path: string): Buffer => {
  const file = openSync(path, 'r');
  try {
    const id = Buffer.alloc(16);
    readSync(file, id, 0, 16, 0);
    return id;
  } finally {
    closeSync(file);
  }
};
