/**
 * What an open file needs without anybody asking: a full check after the start, an encrypted copy each hour of work, a
 * proof each week, the second place kept up to date, old copies dropped. All of it in worker threads, after the first
 * window; none of it may stop the desk.
 */
import type { Worker } from 'node:worker_threads';
import type { BackupState, CopyListed } from '../../contract/copies.ts';
import type { FullCheckState } from '../../contract/gate.ts';
import type { JournalCheck } from '../../contract/journal.ts';
import { localNow } from '../../contract/time.ts';
import { dropCopy, finishedCopies, type Manifest, passingCopies } from './copies.ts';
import { copyName, momentOf } from './copies-kept.ts';
import type { Ledger } from './copies-ledger.ts';
import { listCopies, sweep } from './copies-listed.ts';
import { setCopyAside } from './copy-proof.ts';
import { renewEnvelopes, tooOld } from './copy-target.ts';
import { get } from './db.ts';
import { allErasures, erasuresIn } from './erasures.ts';
import type { Clock } from './ground.ts';
import { faultIn, type JournalMark, journalMark, verifySince } from './journal-check.ts';
import { readEnvelope } from './keys/envelope.ts';
import type { Log } from './log.ts';
import type { Store } from './open-store.ts';
import { type Restoration, restorations } from './restorations.ts';
import { tombstonesIn, united } from './tombstones.ts';
import { type FullCheck, runJob } from './upkeep-job.ts';
import { keepTarget } from './upkeep-target.ts';
import { copyFailed, proofTrouble, verdict } from './upkeep-words.ts';

export interface UpkeepOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly ledger: Ledger;
  /** Zone of the PC: names the day until the house has told its own. */
  readonly zone?: string;
  /** How long after the opening the first round starts, in milliseconds; null: no round by itself. */
  readonly upkeepAfterMs?: number | null;
}

export interface Upkeep {
  backup(): BackupState;
  copies(): CopyListed[];
  /** The last full check of the file; null until it is done. */
  check(): FullCheckState | null;
  /** The same, with where and of when; also what the quick check at the start found. */
  journalCheck(): JournalCheck | null;
  /** The full check now. */
  verify(): Promise<JournalCheck>;
  /** A copy now. Failure is in the state, never thrown. */
  backUpNow(): Promise<BackupState>;
  /** A proof of the newest copy now. */
  prove(): Promise<BackupState>;
  /** @throws DeskError CONFLICT `target-…` when copies cannot go there */
  setTarget(path: string | null, acceptSameDisk: boolean): Promise<BackupState>;
  /** After the recovery code was replaced: no copy within reach opens with the former one. */
  codeReplaced(): Promise<void>;
  /** The round that follows a start, and each while: full check, copy, proof, second place, whichever is due. */
  round(): Promise<void>;
  /**
   * Stops, after a last copy if something was written since the last one and this takes no longer than `copyWithinMs`;
   * null: without a copy.
   */
  stop(options: { readonly copyWithinMs: number | null }): Promise<void>;
}

const AFTER_START_MS = 5_000;
/** A PC that is never switched off also gets its copies, and a long day is not lost with its disk. */
const EVERY_MS = 10 * 60_000;
const STALE_MS = 60 * 60_000;
const PROOF_MS = 7 * 24 * 60 * 60_000;

type Open = Pick<Store, 'files' | 'key' | 'ground' | 'house' | 'recoveryCodeSince'>;

export const startUpkeep = (store: Open, options: UpkeepOptions): Upkeep => {
  const { clock, log, ledger } = options;
  const { files, key, ground } = store;
  let failure: string | null = null;
  let trouble: string | null = null;
  let checked: JournalCheck | null = null;
  let walked = false;
  let stopped = false;
  let worker: Worker | null = null;
  let underWay: Promise<unknown> = Promise.resolve();
  const target = keepTarget(store, options);
  const started = (one: Worker): void => {
    worker = one;
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = underWay.then(work, work);
    underWay = turn.catch(() => {});
    return turn;
  };

  const newestCopy = () => passingCopies(files.copies)[0];
  const here = () => localNow(clock.now(), zoneOf(ground, options.zone));
  /** Far enough behind, or ahead: a clock that was put right must not stop copies for months. */
  const isOver = (since: number, span: number): boolean => Math.abs(clock.now() - since) >= span;

  /** Has anything been written since the newest copy? */
  const isBehind = (): boolean => newestCopy()?.manifest.journal.head !== journalMark(ground.db).head;

  const isDue = (): boolean => {
    const newest = newestCopy();
    if (!newest || momentOf(newest.file)?.day !== here().day) return true;
    return isOver(newest.at, STALE_MS) && isBehind();
  };

  const backup = (): BackupState => {
    const newest = newestCopy();
    const { proof, failedProof, codeCheckedAt, setAside } = ledger.read();
    const { why: _, ...failed } = failedProof ?? { why: '' };
    return {
      lastAt: newest?.at ?? null,
      file: newest?.file ?? null,
      failure,
      proof,
      failedProof: failedProof ? (failed as Omit<typeof failedProof, 'why'>) : null,
      proofTrouble: trouble,
      target: target.state(),
      setAside: setAside ? { at: setAside.at, copyAt: setAside.copyAt } : null,
      code: { issuedAt: store.recoveryCodeSince(), checkedAt: codeCheckedAt },
    };
  };

  const copy = async (): Promise<void> => {
    if (stopped) return;
    try {
      const { day, minute } = here();
      const taken = new Set(finishedCopies(files.copies).map(({ file }) => file));
      const name = copyName(day, minute, (candidate) => taken.has(`${candidate}.db`));
      await runJob('copy', { database: files.database, files, key, name, now: clock.now() }, started);
      failure = null;
      log.info('copy.done', { file: `${name}.db` });
      for (const old of tooOld(files.copies, ledger.read().proof?.file ?? null)) dropCopy(files.copies, old);
    } catch (error) {
      if (stopped) return;
      failure = copyFailed(error, log.error('copy.failed', error));
    } finally {
      worker = null;
    }
  };

  const told = (found: FullCheck): JournalCheck => {
    const fault = found.ok || found.where === 'file' ? null : found;
    return {
      at: clock.now(),
      ok: found.ok,
      entries: found.ok ? found.length : 0,
      seq: fault?.entry ?? null,
      seqAt: fault?.at ?? null,
      message: verdict(found, zoneOf(ground, options.zone)) ?? '',
    };
  };

  /** What was held at the last good check, unless a restoration has gone back behind it. */
  const checkpoint = () => {
    const { checkpoint: kept } = ledger.read();
    return kept === null || isBehindRestoration(kept.at, restorations(ground.db)) ? null : kept;
  };

  const quickCheck = (): ReturnType<typeof verifySince> | null => {
    const kept = checkpoint();
    return kept === null ? null : verifySince(ground.db, kept);
  };

  const advance = ({ length, head }: JournalMark): void => {
    if (head !== null) ledger.change({ checkpoint: { length, head, at: clock.now() } });
  };

  const checkAtStart = (): void => {
    const found = quickCheck();
    if (found === null || found.ok) return;
    const fault: FullCheck = { ok: false, where: 'journal', ...faultIn(ground.db, found) };
    log.info('check.done', { ...fault });
    checked = told(fault);
  };

  /** @returns false when it could not be made, which says nothing of the journal */
  const check = async (): Promise<boolean> => {
    walked = true;
    try {
      const kept = checkpoint();
      const marks = [
        ...marksOf(finishedCopies(files.copies), restorations(ground.db)),
        ...(kept === null ? [] : [kept]),
      ];
      const found = await runJob('check', { database: files.database, key, marks }, started);
      log.info('check.done', { ...found });
      checked = told(found);
      if (found.ok) advance(found);
      return true;
    } catch (error) {
      if (!stopped) log.error('check.failed', error);
      return false;
    } finally {
      worker = null;
    }
  };

  /** @returns false when the copy did not hold, and was set aside */
  const prove = async (): Promise<boolean> => {
    const newest = newestCopy();
    if (stopped || !newest) return true;
    const { file, at: copyAt } = newest;
    try {
      const left = marksOf([newest], restorations(ground.db)).length === 0;
      const continuedBy = left ? null : files.database;
      const proof = await runJob('prove', { copies: files.copies, file, key, continuedBy }, started);
      const at = clock.now();
      trouble = null;
      if (proof.ok) ledger.change({ proof: { at, file, copyAt } });
      else {
        log.info('proof.failed', { file, why: proof.why });
        const aside = setCopyAside(files.copies, file);
        ledger.change({ failedProof: { at, file: aside, copyAt, why: proof.why } });
      }
      return proof.ok;
    } catch (error) {
      if (!stopped) trouble = proofTrouble(error, log.error('proof.not-made', error));
      return true;
    } finally {
      worker = null;
    }
  };

  /** What takes the place of a copy that did not hold is proven too. */
  const proveOrReplace = async (): Promise<void> => {
    if (await prove()) return;
    await copy();
    if (failure === null) await prove();
  };

  const isProofDue = (): boolean => {
    const { proof } = ledger.read();
    return newestCopy() !== undefined && (proof === null || isOver(proof.at, PROOF_MS));
  };

  const round = (): Promise<void> => {
    const here_ = inTurn(async () => {
      if (!stopped && !walked) await check();
      if (!stopped && isDue()) await copy();
      if (!stopped && isProofDue()) await proveOrReplace();
    });
    return here_.then(() => target.carry());
  };

  const stopListening = ground.onCommit(({ entities }) => {
    if (!entities.includes('journal')) return;
    const { erased, erasures } = ledger.read();
    ledger.change({
      erased: united(erased, tombstonesIn(ground.db)),
      erasures: allErasures(erasures, erasuresIn(ground.db)),
    });
  });

  const timers: NodeJS.Timeout[] = [];
  if (options.upkeepAfterMs !== null) {
    timers.push(setTimeout(() => void round(), options.upkeepAfterMs ?? AFTER_START_MS).unref());
    timers.push(setInterval(() => void round(), EVERY_MS).unref());
  }
  sweep(files.copies);
  checkAtStart();

  return {
    backup,
    copies: () => listCopies(files.copies, ledger.read().proof?.file ?? null),
    check: () => checked && { at: checked.at, ok: checked.ok, message: checked.ok ? null : checked.message },
    journalCheck: () => checked,
    verify: async () => {
      if (!(await inTurn(check)) || checked === null) throw new Error('the journal could not be checked');
      return checked;
    },
    round,
    backUpNow: async () => {
      await inTurn(copy);
      await target.carry();
      return backup();
    },
    prove: async () => {
      await inTurn(proveOrReplace);
      return backup();
    },
    setTarget: async (path, acceptSameDisk) => {
      if (path === null) target.forget();
      else {
        await target.choose(path, acceptSameDisk);
        if (newestCopy() === undefined) await inTurn(copy);
        await target.carry();
      }
      return backup();
    },
    codeReplaced: async () => {
      try {
        renewEnvelopes(files.copies, readEnvelope(files.envelope));
      } catch (error) {
        log.error('copies.envelopes-not-renewed', error);
      }
      await target.carry();
    },
    stop: async ({ copyWithinMs }) => {
      for (const timer of timers) clearTimeout(timer);
      const giveUp = async (): Promise<void> => {
        stopped = true;
        await worker?.terminate();
      };
      if (copyWithinMs !== null && isBehind()) {
        const { promise: over, resolve } = Promise.withResolvers<void>();
        const limit = setTimeout(() => void giveUp().then(resolve), copyWithinMs);
        await inTurn(copy);
        // The evening's copy goes to the stick too, in what is left of the time.
        await Promise.race([target.carry(), over]);
        clearTimeout(limit);
      }
      await giveUp();
      target.stop();
      stopListening();
      await underWay;
      // What this session wrote counts as seen only when it follows from what was checked.
      const found = quickCheck();
      if (found?.ok && checked?.ok !== false) advance(found);
    },
  };
};

const isBehindRestoration = (at: number, restored: readonly Restoration[]): boolean =>
  restored.some((r) => at > r.copyAt && at < r.at);

/** What copies say of the journal, except those that a restoration has gone back behind. */
const marksOf = (
  copies: ReturnType<typeof finishedCopies>,
  restored: readonly Restoration[],
): Manifest['journal'][] =>
  copies.filter(({ at }) => !isBehindRestoration(at, restored)).map(({ manifest }) => manifest.journal);

const zoneOf = (ground: Store['ground'], fallback: string | undefined): string =>
  get<{ zone: string }>(ground.db, 'SELECT zone FROM house')?.zone ?? fallback ?? Temporal.Now.timeZoneId();
