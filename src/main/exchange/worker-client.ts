/** The desk's side of the exchange worker: one request at a time, each settled, whatever happens to the worker. */
import { Worker } from 'node:worker_threads';
import type { ImportProgress } from '../../contract/exchange.ts';
import { DeskError } from '../core/errors.ts';
import type { Answers, Ask, Asks, Failure, Reply } from './worker-messages.ts';

/** The worker was told to stop, or was ended: nothing was written. */
export class ImportStopped extends Error {}

export interface ExchangeWorker {
  ask<A extends Ask>(ask: A, of: Asks[A]): Promise<Answers[A]>;
  stop(): void;
  end(): Promise<void>;
}

/** An Error loses its code between threads, and a full disk is known by its code. */
const unexpected = ({ message, cause }: Extract<Failure, { code: null }>): Error =>
  Object.assign(new Error(message), cause === null ? {} : { code: cause });

export const startExchangeWorker = (onProgress: (progress: ImportProgress) => void): ExchangeWorker => {
  const stop = new SharedArrayBuffer(4);
  const flag = new Int32Array(stop);
  const file = import.meta.url.endsWith('.ts') ? './exchange.worker.ts' : './exchange.worker.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: { stop } });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: unknown) => void }>();
  let nextId = 1;
  let dead: Error | null = null;

  const giveUp = (error: Error): void => {
    dead ??= error;
    for (const { reject } of waiting.values()) reject(dead);
    waiting.clear();
  };
  worker.on('error', (error) => giveUp(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => giveUp(new ImportStopped()));
  worker.on('message', (reply: Reply) => {
    if ('progress' in reply) return onProgress(reply.progress);
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (!asked) return;
    if ('value' in reply) asked.resolve(reply.value as never);
    else if (reply.failure.code !== null) asked.reject(new DeskError(reply.failure.code, reply.failure.data));
    else asked.reject(reply.failure.stopped ? new ImportStopped() : unexpected(reply.failure));
  });

  return {
    ask: (ask, of) =>
      new Promise((resolve, reject) => {
        if (dead) return reject(dead);
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        Atomics.store(flag, 0, 0);
        worker.postMessage({ id, ask, of });
      }),
    stop: () => {
      Atomics.store(flag, 0, 1);
    },
    end: async () => {
      await worker.terminate();
    },
  };
};
