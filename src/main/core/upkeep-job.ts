/** What the desk and its upkeep worker say to each other, and how a worker is run. */
import { Worker } from 'node:worker_threads';
import type { CopyRequest } from './copies.ts';
import type { Proof, ProveCopy } from './copy-proof.ts';
import type { Carried, CarryCopies, ChooseTarget, Chosen } from './copy-target.ts';
import type { JournalFault, JournalMark } from './journal-check.ts';
import type { FileKey } from './open-file.ts';

export interface CheckRequest {
  readonly database: string;
  readonly key: FileKey;
  /** What former copies say of the journal. */
  readonly marks: readonly JournalMark[];
}

export type FullCheck =
  | ({ readonly ok: true } & JournalMark)
  | { readonly ok: false; readonly where: 'file' }
  | ({ readonly ok: false; readonly where: 'journal' } & JournalFault);

/** What each kind of job is told, and answers. */
export interface Jobs {
  copy: { asks: CopyRequest & { readonly database: string }; answers: { readonly at: number } };
  check: { asks: CheckRequest; answers: FullCheck };
  prove: { asks: ProveCopy; answers: Proof };
  choose: { asks: ChooseTarget; answers: Chosen };
  carry: { asks: CarryCopies; answers: Carried };
}

export type Job = { [K in keyof Jobs]: { readonly kind: K; readonly of: Jobs[K]['asks'] } }[keyof Jobs];

export type JobOutcome =
  | { readonly ok: true; readonly answer: Jobs[keyof Jobs]['answers'] }
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
export const runJob = <K extends keyof Jobs>(
  kind: K,
  of: Jobs[K]['asks'],
  started: (worker: Worker) => void,
): Promise<Jobs[K]['answers']> =>
  new Promise((resolve, reject) => {
    // Without the options of this process: a preload named by a relative path would not be found again.
    const worker = new Worker(WORKER, {
      workerData: { kind, of },
      execArgv: [],
      name: `parvis ${kind}`,
      // The process keeps what its threads once took: these need next to nothing.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    started(worker);
    worker.once('message', (outcome: JobOutcome) =>
      outcome.ok
        ? resolve(outcome.answer as Jobs[K]['answers'])
        : reject(new JobError(outcome.name, outcome.code, outcome.stack)),
    );
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the upkeep thread ended without a word')));
  });
