/**
 * A take-over in progress: the files that were sent (in memory, never on disk), the worker that reads them, who follows
 * its progress. One at a time: two imports at once would each check against a desk that the other is about to change.
 */
import { randomUUID } from 'node:crypto';
import type { ImportProgress } from '../../contract/exchange.ts';
import { LARGEST_IMPORT_FILE } from '../../contract/exchange-words.ts';
import { fail, found } from '../core/errors.ts';
import { createFeed, type ProgressFeed } from '../core/progress-feed.ts';
import { unreadable } from './read-file.ts';
import { type ExchangeWorker, startExchangeWorker } from './worker-client.ts';

export interface ImportSession {
  readonly id: string;
  readonly worker: ExchangeWorker;
  readonly progress: ProgressFeed<ImportProgress>;
  /** Files still arriving, piece by piece. */
  readonly arriving: Map<string, { pieces: Uint8Array[]; size: number }>;
  /** Settled once the writing is over, whatever came of it; null while nothing is written. */
  writing: Promise<unknown> | null;
  /** Asked between two steps: looked at before anything is written. */
  stopRequested: boolean;
}

export interface Sessions {
  begin(): ImportSession;
  get(id: string): ImportSession;
  end(id: string): Promise<void>;
  endAll(): Promise<void>;
}

export const createSessions = (): Sessions => {
  let current: ImportSession | null = null;
  const end = async (): Promise<void> => {
    const ending = current;
    current = null;
    // A thread is not cut off in the middle of a transaction: it takes everything back by itself.
    if (ending) {
      ending.stopRequested = true;
      ending.worker.stop();
      await ending.writing;
      await ending.worker.end();
    }
  };
  return {
    begin: () => {
      if (current && current.writing !== null) fail('BUSY', { with: 'import' });
      // Somebody closed the assistant without finishing: what they had sent is forgotten.
      void end();
      const progress = createFeed<ImportProgress>({ step: 'reading', done: 0, total: 0 });
      current = {
        id: randomUUID(),
        worker: startExchangeWorker(progress.tell),
        progress,
        arriving: new Map(),
        writing: null,
        stopRequested: false,
      };
      return current;
    },
    get: (id) => found(current?.id === id ? current : null, 'import'),
    end: async (id) => {
      if (current?.id === id && current.writing === null) await end();
    },
    endAll: end,
  };
};

/** @returns bytes received so far */
export const addPiece = async (
  session: ImportSession,
  name: string,
  piece: Uint8Array,
  last: boolean,
): Promise<{ received: number }> => {
  const file = session.arriving.get(name) ?? { pieces: [], size: 0 };
  file.pieces.push(piece);
  file.size += piece.length;
  session.arriving.set(name, file);
  if (file.size > LARGEST_IMPORT_FILE) {
    session.arriving.delete(name);
    unreadable(name, 'too-large');
  }
  if (last) {
    session.arriving.delete(name);
    await session.worker.ask('file', { name, bytes: Buffer.concat(file.pieces) });
  }
  return { received: file.size };
};
