/** The desk's side of the check worker: one request at a time, each settled, whatever happens to the worker. */
import { Worker } from 'node:worker_threads';
import type { ImportProgress } from '../../contract/exchange.ts';
import { DeskError } from '../core/errors.ts';
import type { Answers, Ask, Asks, Reply } from './worker-messages.ts';

/** The worker was told to stop, or was ended: nothing was written. */
export class ImportStopped extends Error {}

export interface CheckWorker {
  ask<A extends Ask>(ask: A, of: Asks[A]): Promise<Answers[A]>;
  stop(): void;
  end(): Promise<void>;
}

export const startCheckWorker = (onProgress: (progress: ImportProgress) => void): CheckWorker => {
  const stop = new SharedArrayBuffer(4);
  const flag = new Int32Array(stop);
  const file = import.meta.url.endsWith('.ts') ? './check.worker.ts' : './check.worker.js';
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
    else asked.reject(reply.failure.stopped ? new ImportStopped() : new Error(reply.failure.message));
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
