/**
 * What an open file needs without anybody asking: a full check after the start, a daily encrypted copy, old copies
 * dropped. All of it in a worker thread, after the first window; none of it may stop the desk.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { BackupState, FullCheckState } from '../../contract/gate.ts';
import { localNow } from '../../contract/time.ts';
import { dailyName, finishedCopies, type Manifest, TEMPORARY } from './copies.ts';
import { daysKept } from './copies-kept.ts';
import { get } from './db.ts';
import type { Clock } from './ground.ts';
import { journalMark } from './journal-check.ts';
import type { Log } from './log.ts';
import type { Store } from './open-store.ts';
import { type Restoration, restorations } from './restorations.ts';
import { type FullCheck, runJob } from './upkeep-job.ts';

export interface UpkeepOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Zone of the PC: names the day until the house has told its own. */
  readonly zone?: string;
  /** How long after the opening the first round starts, in milliseconds; null: no round by itself. */
  readonly upkeepAfterMs?: number | null;
}

export interface Upkeep {
  backup(): BackupState;
  /** The last full check of the file; null until it is done. */
  check(): FullCheckState | null;
  /** A copy now, replacing the day's. Failure is in the state, never thrown. */
  backUpNow(): Promise<BackupState>;
  /** The round that follows a start: full check, then the day's copy if there is none. */
  round(): Promise<void>;
  /**
   * Stops, after a last copy if something was written since the last one and this takes no longer than `copyWithinMs`;
   * null: without a copy.
   */
  stop(options: { readonly copyWithinMs: number | null }): Promise<void>;
}

const AFTER_START_MS = 5_000;
/** A PC that is never switched off also gets its daily copy, and a long day is not lost with its disk. */
const EVERY_MS = 30 * 60_000;
const STALE_MS = 60 * 60_000;

type Open = Pick<Store, 'files' | 'key' | 'ground'>;

export const startUpkeep = (store: Open, options: UpkeepOptions): Upkeep => {
  const { clock, log } = options;
  const { files, key, ground } = store;
  let failure: string | null = null;
  let checked: FullCheckState | null = null;
  let stopped = false;
  let worker: Worker | null = null;
  let underWay: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = underWay.then(work, work);
    underWay = turn.catch(() => {});
    return turn;
  };

  const dailies = () => finishedCopies(files.copies).filter(({ file }) => dayOf(file) !== null);
  const today = (): string => localNow(clock.now(), zoneOf(ground, options.zone)).day;

  /** Has anything been written since the newest copy? */
  const isBehind = (): boolean => dailies()[0]?.manifest.journal.length !== journalMark(ground.db).length;

  const isDue = (): boolean => {
    const newest = dailies()[0];
    if (!newest || dayOf(newest.file) !== today()) return true;
    return clock.now() - newest.at >= STALE_MS && isBehind();
  };

  const backup = (): BackupState => {
    const newest = dailies()[0];
    return { lastAt: newest?.at ?? null, file: newest?.file ?? null, failure };
  };

  const copy = async (): Promise<void> => {
    if (stopped) return;
    try {
      const name = dailyName(today());
      await runJob(
        { kind: 'copy', database: files.database, files, key, name, now: clock.now() },
        (started) => {
          worker = started;
        },
      );
      failure = null;
      log.info('copy.done', { file: `${name}.db` });
      prune(
        files.copies,
        dailies().map(({ file }) => file),
      );
    } catch (error) {
      if (stopped) return;
      failure = inWords(error, log.error('copy.failed', error));
    } finally {
      worker = null;
    }
  };

  const check = async (): Promise<void> => {
    try {
      const marks = marksOf(finishedCopies(files.copies), restorations(ground.db));
      const outcome = await runJob({ kind: 'check', database: files.database, key, marks }, (started) => {
        worker = started;
      });
      if (!('check' in outcome)) return;
      log.info('check.done', { ...outcome.check });
      checked = { at: clock.now(), ok: outcome.check.ok, message: verdict(outcome.check) };
    } catch (error) {
      if (!stopped) log.error('check.failed', error);
    } finally {
      worker = null;
    }
  };

  const round = (): Promise<void> =>
    inTurn(async () => {
      if (!stopped && checked === null) await check();
      if (!stopped && isDue()) await copy();
    });

  const timers: NodeJS.Timeout[] = [];
  if (options.upkeepAfterMs !== null) {
    timers.push(setTimeout(() => void round(), options.upkeepAfterMs ?? AFTER_START_MS).unref());
    timers.push(setInterval(() => void round(), EVERY_MS).unref());
  }
  sweep(files.copies);

  return {
    backup,
    check: () => checked,
    round,
    backUpNow: () =>
      inTurn(async () => {
        await copy();
        return backup();
      }),
    stop: async ({ copyWithinMs }) => {
      for (const timer of timers) clearTimeout(timer);
      const giveUp = async (): Promise<void> => {
        stopped = true;
        await worker?.terminate();
      };
      if (copyWithinMs !== null && isBehind()) {
        const limit = setTimeout(() => void giveUp(), copyWithinMs);
        await inTurn(copy);
        clearTimeout(limit);
      }
      await giveUp();
      await underWay;
    },
  };
};

/** What copies say of the journal, except those that a restoration has gone back behind. */
const marksOf = (
  copies: ReturnType<typeof finishedCopies>,
  restored: readonly Restoration[],
): Manifest['journal'][] =>
  copies
    .filter(({ at }) => !restored.some((r) => at > r.copyAt && at < r.at))
    .map(({ manifest }) => manifest.journal);

const DAILY = /^parvis-(\d{4}-\d{2}-\d{2})\.db$/;
const dayOf = (file: string): string | null => DAILY.exec(file)?.[1] ?? null;

const prune = (folder: string, copies: readonly string[]): void => {
  const kept = daysKept(copies.flatMap((file) => dayOf(file) ?? []));
  for (const file of copies) {
    const day = dayOf(file);
    if (day === null || kept.has(day)) continue;
    // The manifest first: without it the rest is no copy, whatever happens in between.
    for (const extension of ['json', 'db', 'keys'])
      rmSync(join(folder, `${dailyName(day)}.${extension}`), { force: true });
  }
};

/** Drops what a copy that was cut short has left. */
const sweep = (folder: string): void => {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((file) => file.includes(TEMPORARY)))
    rmSync(join(folder, name), { force: true });
};

const zoneOf = (ground: Store['ground'], fallback: string | undefined): string =>
  get<{ zone: string }>(ground.db, 'SELECT zone FROM house')?.zone ?? fallback ?? Temporal.Now.timeZoneId();

const inWords = (error: unknown, reference: string): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code))
    return 'La sauvegarde du jour n’a pas pu être écrite : le disque est plein. Les sauvegardes précédentes sont intactes ; libérez de la place, puis relancez la sauvegarde.';
  if (/^(SQLITE_(CORRUPT|NOTADB))/.test(code))
    return 'La sauvegarde du jour a été abandonnée : une partie du fichier ne se lit plus. Les sauvegardes précédentes sont intactes ; faites vérifier ce poste avant de continuer.';
  return `La sauvegarde du jour n’a pas pu être écrite (référence ${reference}). Les sauvegardes précédentes sont intactes ; vérifiez le disque, puis relancez la sauvegarde.`;
};

const verdict = (check: FullCheck): string | null => {
  if (check.ok) return null;
  return check.where === 'file'
    ? 'La vérification a trouvé une partie abîmée dans le fichier des données. Les sauvegardes précédentes sont intactes et gardées ; ne les effacez pas, et faites vérifier le disque de ce poste.'
    : `La vérification a trouvé une anomalie dans le journal, à l’entrée ${check.entry ?? 0} : il a été modifié en dehors de Parvis. Les agendas ne sont pas touchés ; gardez les sauvegardes et prévenez la personne qui suit Parvis.`;
};
