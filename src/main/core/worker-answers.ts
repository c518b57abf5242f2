/** A worker's side of the conversation with its desk. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { isDeskError } from './errors.ts';
import type { Reply, RequestOf } from './worker-messages.ts';

/** Thrown by a job that was told to stop. */
export class Stopped extends Error {}

export interface JobTools<Progress> {
  readonly stopped: () => boolean;
  readonly progress: (progress: Progress) => void;
}

const portOf = (): MessagePort => {
  if (!parentPort) throw new Error('this file runs as a worker');
  return parentPort;
};

/** Answers each request by `makeJob`'s own way, and turns what it throws into a failure that crosses threads. */
export const answerAsks = <Asks, Answers extends Record<keyof Asks, unknown>, Progress>(
  makeJob: (tools: JobTools<Progress>) => (request: RequestOf<Asks>) => Answers[keyof Asks],
): void => {
  const port = portOf();
  const stopFlag = new Int32Array((workerData as { stop: SharedArrayBuffer }).stop);
  const reply = (said: Reply<Answers, Progress>): void => port.postMessage(said);
  const answer = makeJob({
    stopped: () => Atomics.load(stopFlag, 0) === 1,
    progress: (progress) => reply({ progress }),
  });
  port.on('message', (request: RequestOf<Asks>) => {
    try {
      reply({ id: request.id, value: answer(request) });
    } catch (error) {
      reply({
        id: request.id,
        failure: isDeskError(error)
          ? { code: error.code, data: error.data }
          : {
              code: null,
              stopped: error instanceof Stopped,
              cause: error instanceof Error && 'code' in error ? String(error.code) : null,
              message: error instanceof Error ? (error.stack ?? error.message) : String(error),
            },
      });
    }
  });
};
