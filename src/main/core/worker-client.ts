/** The desk's side of a worker: each request settled, whatever happens to the worker. */
import { Worker } from 'node:worker_threads';
import { DeskError } from './errors.ts';
import type { Failure, Reply } from './worker-messages.ts';

/** The worker was told to stop, or was ended: nothing was written. */
export class WorkStopped extends Error {}

export interface WorkerClient<Asks, Answers extends Record<keyof Asks, unknown>> {
  ask<A extends keyof Asks>(ask: A, of: Asks[A]): Promise<Answers[A]>;
  stop(): void;
  end(): Promise<void>;
}

/** An Error loses its code between threads, and a full disk is known by its code. */
const unexpected = ({ message, cause }: Extract<Failure, { code: null }>): Error =>
  Object.assign(new Error(message), cause === null ? {} : { code: cause });

/** @param file of the worker, which answers with `answerAsks` */
export const startWorker = <Asks, Answers extends Record<keyof Asks, unknown>, Progress>(
  file: URL,
  onProgress: (progress: Progress) => void,
): WorkerClient<Asks, Answers> => {
  const stop = new SharedArrayBuffer(4);
  const flag = new Int32Array(stop);
  const worker = new Worker(file, { workerData: { stop } });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: unknown) => void }>();
  let nextId = 1;
  let dead: Error | null = null;

  const giveUp = (error: Error): void => {
    dead ??= error;
    for (const { reject } of waiting.values()) reject(dead);
    waiting.clear();
  };
  worker.on('error', (error) => giveUp(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => giveUp(new WorkStopped()));
  worker.on('message', (reply: Reply<Answers, Progress>) => {
    if ('progress' in reply) return onProgress(reply.progress);
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (!asked) return;
    if ('value' in reply) asked.resolve(reply.value as never);
    else if (reply.failure.code !== null) asked.reject(new DeskError(reply.failure.code, reply.failure.data));
    else asked.reject(reply.failure.stopped ? new WorkStopped() : unexpected(reply.failure));
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
