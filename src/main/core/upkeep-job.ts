/** What the desk and its upkeep worker say to each other, and how a worker is run. */
import { Worker } from 'node:worker_threads';
import type { CopyRequest } from './copies.ts';
import type { JournalMark } from './journal-check.ts';
import type { FileKey } from './open-file.ts';

export type Job =
  | ({ readonly kind: 'copy'; readonly database: string } & CopyRequest)
  | {
      readonly kind: 'check';
      readonly database: string;
      readonly key: FileKey;
      /** What former copies say of the journal. */
      readonly marks: readonly JournalMark[];
    };

export type FullCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly where: 'file' | 'journal'; readonly entry: number | null };

export type JobOutcome =
  | { readonly ok: true; readonly copiedAt: number }
  | { readonly ok: true; readonly check: FullCheck }
  | { readonly ok: false; readonly name: string; readonly code: string | null; readonly stack: string };

/** What a job threw in its thread, with its code: message left behind, as for any log. */
export class JobError extends Error {
  readonly code: string | null;
  constructor(name: string, code: string | null, stack: string) {
    super('');
    this.name = name;
    this.code = code;
    this.stack = stack;
  }
}

const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './upkeep.worker.ts' : './upkeep.worker.js',
  import.meta.url,
);

/** @throws JobError, or Error when the thread died */
export const runJob = (job: Job, started: (worker: Worker) => void): Promise<JobOutcome & { ok: true }> =>
  new Promise((resolve, reject) => {
    // Without the options of this process: a preload named by a relative path would not be found again.
    const worker = new Worker(WORKER, {
      workerData: job,
      execArgv: [],
      name: `parvis ${job.kind}`,
      // The process keeps what its threads once took: these need next to nothing.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    started(worker);
    worker.once('message', (outcome: JobOutcome) =>
      outcome.ok ? resolve(outcome) : reject(new JobError(outcome.name, outcome.code, outcome.stack)),
    );
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the upkeep thread ended without a word')));
  });
