/** The fallback sheets: chosen, written each half-hour, at close and on request, told when they are not. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { FallbackNames, type FallbackState } from '../../contract/fallback.ts';
import type { Paper } from '../../contract/paper.ts';
import { addDays, type Day, localNow } from '../../contract/time.ts';
import { daySheet } from '../agenda/rules/day-sheet.ts';
import { range } from '../agenda/service.ts';
import type { Call } from '../core/actor.ts';
import { writeAtomically } from '../core/atomic-file.ts';
import { fail, found } from '../core/errors.ts';
import type { Ground } from '../core/ground.ts';
import { journalMark } from '../core/journal-check.ts';
import type { Log } from '../core/log.ts';
import { makePdf } from '../paper/service.ts';
import { house } from '../practice/store/house.ts';
import { practitioners } from '../practice/store/practitioners.ts';
import { pendingCallbacks } from '../requests/service.ts';
import { list } from '../waitlist/service.ts';
import { type FallbackDisk, problemOf, realFallbackDisk } from './folder.ts';
import { type Part, sheetName, staleIn } from './rules/names.ts';
import { callbacksPaper, dayPaper, listsPaper } from './rules/papers.ts';
import { isDue } from './rules/schedule.ts';
import { writeFailed } from './words.ts';

/** What this PC was told: a folder is one of this machine's, and no copy of the house should bring it elsewhere. */
const Kept = z.object({
  format: z.literal('parvis-fallback'),
  folder: z.string().nullable(),
  names: FallbackNames,
  written: z.object({ at: z.int(), day: z.string(), seq: z.int(), files: z.array(z.string()) }).nullable(),
});
type Kept = z.infer<typeof Kept>;

const NONE: Kept = { format: 'parvis-fallback', folder: null, names: 'initials', written: null };
const FILE = 'parvis.secours.json';

const keptAt = (path: string): Kept => {
  try {
    return existsSync(path) ? Kept.parse(JSON.parse(readFileSync(path, 'utf8'))) : NONE;
  } catch {
    return NONE;
  }
};

/** By itself, at no desk. */
const BY_ITSELF: Call = { actor: { id: null, label: 'secours', rights: [] }, station: 'parvis' };
const LOOK_MS = 60_000;
/** A share that hangs is told as one that is gone. */
const HANGS_MS = 60_000;

export interface FallbackOptions {
  readonly dataFolder: string;
  readonly ground: () => Ground;
  /** Is the file open, and the house set up? */
  readonly isOpen: () => boolean;
  readonly log: Log;
  readonly disk?: FallbackDisk;
  /** Looks each minute whether sheets are due; without it somebody has to ask. */
  readonly byItself: boolean;
}

export type Fallback = ReturnType<typeof createFallback>;

export const createFallback = (options: FallbackOptions) => {
  const { dataFolder, log, disk = realFallbackDisk } = options;
  const path = join(dataFolder, FILE);
  let kept = keptAt(path);
  let failure: string | null = null;
  let failedAt: number | null = null;
  let underWay: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = underWay.then(work, work);
    underWay = turn.catch(() => {});
    return turn;
  };

  const keep = (change: Partial<Kept>): void => {
    kept = { ...kept, ...change };
    writeAtomically(path, `${JSON.stringify(kept, null, 2)}\n`);
  };

  const state = (): FallbackState => ({
    folder: kept.folder,
    names: kept.names,
    writtenAt: kept.written?.at ?? null,
    files: kept.written?.files ?? [],
    failure,
  });

  const today = (ground: Ground): Day =>
    localNow(ground.clock.now(), found(house(ground.db), 'house').zone).day;

  const writeNow = async (call: Call): Promise<void> => {
    const { folder, names } = kept;
    if (folder === null) return;
    const ground = options.ground();
    const now = ground.clock.now();
    const { length: seq } = journalMark(ground.db);
    try {
      const files: string[] = [];
      for (const { name, paper } of sheetsOf(ground, names)) {
        await within(disk.write(join(folder, name), await makePdf(paper, now)));
        files.push(name);
      }
      for (const old of staleIn(await within(disk.list(folder)), files))
        await within(disk.remove(join(folder, old)));
      await ground.penBack();
      ground.write(call, (tx) =>
        tx.record({ action: 'fallback.written', rows: [], after: { names, files: files.length } }),
      );
      failure = null;
      failedAt = null;
      // Its own entry is nothing new.
      keep({ written: { at: now, day: today(ground), seq: seq + 1, files } });
      log.info('fallback.written', { files: files.length });
    } catch (error) {
      failedAt = now;
      failure = writeFailed(error, log.error('fallback.failed', error));
    }
  };

  const isDueNow = (): boolean => {
    if (kept.folder === null || !options.isOpen()) return false;
    const ground = options.ground();
    const { length: seq } = journalMark(ground.db);
    return isDue({ written: kept.written, failedAt, now: ground.clock.now(), day: today(ground), seq });
  };

  const round = (): Promise<void> =>
    inTurn(async () => {
      if (isDueNow()) await writeNow(BY_ITSELF);
    });

  /** Unencrypted sheets must not outlive the wish for them. */
  const clear = async (folder: string): Promise<void> => {
    try {
      for (const ours of staleIn(await within(disk.list(folder)), []))
        await within(disk.remove(join(folder, ours)));
    } catch (error) {
      log.error('fallback.failed', error);
    }
  };

  const timer = options.byItself
    ? setInterval(
        () => void round().catch((error: unknown) => log.error('fallback.failed', error)),
        LOOK_MS,
      ).unref()
    : null;

  return {
    state,
    round,
    /** @throws DeskError CONFLICT `fallback-…` */
    choose: (call: Call, folder: string | null, names: FallbackNames): Promise<FallbackState> =>
      inTurn(async () => {
        if (folder !== null) {
          const problem = await problemOf(folder, dataFolder, disk);
          if (problem !== null) fail('CONFLICT', { reason: `fallback-${problem}` });
        }
        options
          .ground()
          .write(call, (tx) => tx.record({ action: 'fallback.set', rows: [], after: { folder, names } }));
        const former = kept.folder;
        failure = null;
        failedAt = null;
        keep({ folder, names, written: former === folder ? kept.written : null });
        if (former !== null && former !== folder) await clear(former);
        await writeNow(call);
        return state();
      }),
    write: (call: Call): Promise<FallbackState> =>
      inTurn(async () => {
        await writeNow(call);
        return state();
      }),
    /** Ends, after a last writing that takes no longer than told; null: without one. */
    close: async (withinMs: number | null): Promise<void> => {
      if (timer !== null) clearInterval(timer);
      if (withinMs === null || kept.folder === null || !options.isOpen()) return;
      if (kept.written?.seq === journalMark(options.ground().db).length && failedAt === null) return;
      await Promise.race([inTurn(() => writeNow(BY_ITSELF)), pause(withinMs)]);
    },
  };
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

const within = <T>(work: Promise<T>): Promise<T> => {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const limit = setTimeout(() => reject(Object.assign(new Error(), { code: 'ETIMEDOUT' })), HANGS_MS);
  return Promise.race([work, late]).finally(() => clearTimeout(limit));
};

/** Farther than any bridge of holidays. */
const LOOK_AHEAD_DAYS = 14;

/** On Friday, Monday: the next day on which somebody works or is booked. Tomorrow when there is none for long. */
const nextDayOf = (ground: Ground, today: Day): Day => {
  const days = range(ground, { from: addDays(today, 1), to: addDays(today, LOOK_AHEAD_DAYS) });
  const open = days.find(
    ({ columns, appointments }) =>
      columns.some(({ present }) => present) || appointments.some(({ cancelled }) => cancelled === null),
  );
  return open?.day ?? addDays(today, 1);
};

/** Read at one moment, before anything is awaited: the sheets of one writing agree with each other. */
const sheetsOf = (ground: Ground, names: FallbackNames): { name: string; paper: Paper }[] => {
  const { db, clock } = ground;
  const home = found(house(db), 'house');
  const now = clock.now();
  const wall = localNow(now, home.zone);
  const everybody = practitioners(db);
  const facts = { house: home, now, names };
  const sheetOf = (day: Day): Paper =>
    dayPaper(
      facts,
      daySheet({
        day: found(range(ground, { from: day, to: day })[0], 'day'),
        practitioners: everybody,
        house: home,
        now: wall,
        // Its notes are left free for the pen: what was arranged meanwhile stands on its own line.
        wish: { day, practitionerId: null, names, phones: names === 'full', comments: false, apart: true },
      }),
    );
  const next = nextDayOf(ground, wall.day);
  const sheet = (day: Day, part: Part, paper: Paper) => ({ name: sheetName(day, part), paper });
  return [
    sheet(wall.day, 'journee', sheetOf(wall.day)),
    sheet(next, 'journee', sheetOf(next)),
    sheet(wall.day, 'rappels', callbacksPaper(facts, pendingCallbacks(ground))),
    sheet(
      wall.day,
      'listes',
      listsPaper(facts, {
        earlier: list(ground, { kind: 'earlier' }),
        registration: list(ground, { kind: 'registration' }),
      }),
    ),
  ];
};
