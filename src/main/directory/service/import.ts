/**
 * One import of the public extraction, from the first piece of the file to the moment when all that it brings is shown.
 * One at a time: two would each compare with a directory that the other is about to change.
 */
import { randomUUID } from 'node:crypto';
import {
  DIRECTORY_PIECE,
  type DirectoryFileLook,
  type DirectoryImportProgress,
  type DirectoryImportReport,
  type ImportFilter,
} from '../../../contract/directory-import.ts';
import { localNow } from '../../../contract/time.ts';
import type { Call } from '../../core/actor.ts';
import { DeskError, fail, failFields, found } from '../../core/errors.ts';
import type { FileAccess, Ground } from '../../core/ground.ts';
import { createFeed, type ProgressFeed } from '../../core/progress-feed.ts';
import { startWorker, type WorkerClient, WorkStopped } from '../../core/worker-client.ts';
import { house } from '../../practice/store/house.ts';
import type { Answers, Asks, ReadSoFar } from '../import/asks.ts';
import { columnsFrom, refusePacked } from '../import/reader.ts';
import { extractionDayOf } from '../rules/rpps-columns.ts';
import { renewDirectory } from './search.ts';

interface Session {
  readonly id: string;
  readonly worker: WorkerClient<Asks, Answers>;
  readonly progress: ProgressFeed<DirectoryImportProgress>;
  /** When somebody last did something for it: a window that was closed must not keep everybody out. */
  seenAt: number;
  /** All of the file has come. */
  whole: boolean;
  /** Settled once the writing is over, whatever came of it; null while nothing is written. */
  writing: Promise<unknown> | null;
  stopRequested: boolean;
}

const WORKER = import.meta.url.endsWith('.ts')
  ? '../import/directory-import.worker.ts'
  : './directory-import.worker.js';

/** Milliseconds without a piece after which an import counts as given up. */
const GIVEN_UP_AFTER = 60_000;

/** What the beginning of a file says of it. @throws DeskError DIRECTORY_FILE_REFUSED */
export const lookAtFile = (name: string, head: Uint8Array): DirectoryFileLook => {
  refusePacked(name, head);
  const [header = ''] = new TextDecoder('utf-8').decode(head).split(/\r?\n/, 1);
  const { columns, saysCompetences } = columnsFrom(name, header);
  return { columns, saysCompetences, extractionDay: extractionDayOf(name) };
};

export interface DirectoryImports {
  begin(name: string, filter: ImportFilter): Promise<{ session: string }>;
  addChunk(id: string, bytes: Uint8Array, last: boolean): Promise<ReadSoFar>;
  /** What would come of it. @param empty nobody is known: for a trial where there is no house */
  compare(id: string, empty?: boolean): Promise<DirectoryImportReport>;
  apply(call: Call, id: string): Promise<DirectoryImportReport>;
  progress(id: string, signal: AbortSignal | undefined): AsyncGenerator<DirectoryImportProgress>;
  stop(id: string): void;
  end(id: string): Promise<void>;
  close(): Promise<void>;
}

export const createDirectoryImports = (ground: () => Ground): DirectoryImports => {
  let current: Session | null = null;
  const nowMs = (): number => ground().clock.now();

  const session = (id: string): Session => {
    const mine = found(current?.id === id ? current : null, 'directory-import');
    mine.seenAt = nowMs();
    return mine;
  };

  const end = async (): Promise<void> => {
    const ending = current;
    current = null;
    if (ending === null) return;
    // A thread is not cut off in the middle of a transaction: it takes everything back by itself.
    ending.stopRequested = true;
    ending.worker.stop();
    await ending.writing;
    await ending.worker.end();
  };

  const today = (): string => localNow(nowMs(), house(ground().db)?.zone ?? 'Europe/Paris').day;

  /** Tells whoever follows, and turns a stop into its error. */
  const told = (mine: Session, error: unknown): unknown => {
    const stopped = error instanceof WorkStopped;
    mine.progress.tell({ step: stopped ? 'stopped' : 'failed', done: 0, total: 0 });
    return stopped ? new DeskError('CONFLICT', { reason: 'import-stopped' }) : error;
  };

  const publish = async (call: Call, mine: Session): Promise<DirectoryImportReport> => {
    for (;;) {
      await ground().penBack();
      if (mine.stopRequested) throw new WorkStopped();
      try {
        const { report } = await ground().handPen((file) =>
          mine.worker.ask('publish', { file, call, now: nowMs() }),
        );
        return report;
      } catch (error) {
        // A former agenda took the pen in between.
        if (!(error instanceof DeskError && error.code === 'BUSY')) throw error;
      }
    }
  };

  const write = async (call: Call, mine: Session): Promise<DirectoryImportReport> => {
    const { db } = ground();
    const file = fileOf(ground());
    mine.progress.tell({ step: 'comparing', done: 0, total: 0 });
    try {
      await mine.worker.ask('compare', { file, write: true, today: today(), now: nowMs() });
      const report = await publish(call, mine);
      mine.progress.tell({ step: 'done', done: report.persons, total: report.persons });
      void renewDirectory(db);
      return report;
    } catch (error) {
      // What was staged is seen by nobody; if even this fails, the next import takes it away.
      await mine.worker.ask('sweep', { file }).catch(() => {});
      throw told(mine, error);
    }
  };

  return {
    begin: async (name, filter) => {
      if (current && (current.writing !== null || nowMs() - current.seenAt < GIVEN_UP_AFTER))
        fail('BUSY', { with: 'directory-import' });
      await end();
      const progress = createFeed<DirectoryImportProgress>({ step: 'reading', done: 0, total: 0 });
      const worker = startWorker<Asks, Answers, DirectoryImportProgress>(
        new URL(WORKER, import.meta.url),
        progress.tell,
      );
      current = {
        id: randomUUID(),
        worker,
        progress,
        seenAt: nowMs(),
        whole: false,
        writing: null,
        stopRequested: false,
      };
      await worker.ask('begin', { name, filter });
      return { session: current.id };
    },
    addChunk: async (id, bytes, last) => {
      const mine = session(id);
      if (bytes.length > DIRECTORY_PIECE) failFields({ path: 'bytes', code: 'too_big' });
      if (mine.whole) fail('CONFLICT', { reason: 'file-already-whole' });
      try {
        const read = await mine.worker.ask('chunk', { bytes, last });
        mine.whole = last;
        return read;
      } catch (error) {
        // Nothing of such a file is used: the way is free for another.
        if (current === mine) await end();
        throw error instanceof WorkStopped ? new DeskError('CONFLICT', { reason: 'import-stopped' }) : error;
      }
    },
    compare: (id, empty = false) => {
      const mine = session(id);
      const file = empty ? null : fileOf(ground());
      return mine.worker.ask('compare', { file, write: false, today: today(), now: nowMs() });
    },
    apply: async (call, id) => {
      const mine = session(id);
      if (mine.writing !== null) fail('BUSY', { with: 'directory-import' });
      if (!mine.whole) fail('CONFLICT', { reason: 'file-not-whole' });
      const applying = write(call, mine);
      mine.writing = applying.catch(() => {});
      try {
        return await applying;
      } finally {
        mine.writing = null;
        if (current === mine) current = null;
        void mine.worker.end();
      }
    },
    progress: (id, signal) => session(id).progress.follow(signal),
    stop: (id) => {
      const mine = session(id);
      mine.stopRequested = true;
      mine.worker.stop();
      if (mine.writing === null) void end();
    },
    end: async (id) => {
      if (current?.id === id && current.writing === null) await end();
    },
    close: end,
  };
};

/** How the worker reaches the same file. */
const fileOf = (ground: Ground): FileAccess => found(ground.file, 'file');
