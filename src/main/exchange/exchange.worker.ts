/** Reads, checks and writes away from the desk: whoever is on the phone meanwhile goes on working. */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { isDeskError } from '../core/errors.ts';
import { type CheckJob, createCheckJob, Stopped } from './check-job.ts';
import type { Reply, Request } from './worker-messages.ts';

const port = parentPort;
if (!port) throw new Error('exchange.worker runs as a worker');

const stopFlag = new Int32Array((workerData as { stop: SharedArrayBuffer }).stop);
const fingerprint = (row: unknown): string =>
  createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 22);

const job: CheckJob = createCheckJob({
  stopped: () => Atomics.load(stopFlag, 0) === 1,
  progress: (progress) => port.postMessage({ progress } satisfies Reply),
  fingerprint,
});

port.on('message', (request: Request) => {
  try {
    port.postMessage({ id: request.id, value: job.answer(request) } satisfies Reply);
  } catch (error) {
    port.postMessage({
      id: request.id,
      failure: isDeskError(error)
        ? { code: error.code, data: error.data }
        : {
            code: null,
            stopped: error instanceof Stopped,
            cause: error instanceof Error && 'code' in error ? String(error.code) : null,
            message: error instanceof Error ? (error.stack ?? error.message) : String(error),
          },
    } satisfies Reply);
  }
});
