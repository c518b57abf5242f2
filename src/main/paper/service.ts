/** A paper as a PDF: set in a worker thread, so that a booking made meanwhile does not notice. */
import { Worker } from 'node:worker_threads';
import type { Paper } from '../../contract/paper.ts';
import type { Instant } from '../../contract/time.ts';
import { DeskError } from '../core/errors.ts';
import { readFonts } from './fonts.ts';
import type { PaperAnswer, PaperJob } from './messages.ts';

/** Usually a third of a second; beyond this the person at the counter is offered the text instead. */
const WITHIN_MS = 20_000;

/** Why a paper could not be set, with what the local log may keep. */
export class PaperError extends Error {
  readonly why: 'too-long' | 'failed';
  constructor(why: 'too-long' | 'failed', detail: string) {
    super(`paper ${why}: ${detail}`);
    this.name = 'PaperError';
    this.why = why;
  }
}

/**
 * One A4 page, tagged, with its fonts; `madeAt` is the date in its properties. Nothing touches the disk.
 * @throws PaperError
 */
export const makePdf = async (paper: Paper, madeAt: Instant): Promise<Uint8Array> => {
  const answer = await answerOf({ paper, fonts: await fontsOrFail(), madeAt });
  if (answer.ok) return answer.bytes;
  throw new PaperError(answer.why, answer.why === 'failed' ? answer.message : 'no scale makes it one page');
};

/** For a use case: the refusal as the contract says it; the detail of a failure stays a bug for the log. */
export const pdfOrRefusal = async (paper: Paper, madeAt: Instant): Promise<Uint8Array> => {
  try {
    return await makePdf(paper, madeAt);
  } catch (error) {
    if (error instanceof PaperError && error.why === 'too-long') throw new DeskError('PAPER_TOO_LONG', {});
    throw error;
  }
};

const fontsOrFail = async (): Promise<Record<string, Uint8Array>> => {
  try {
    return await readFonts();
  } catch (error) {
    throw new PaperError('failed', error instanceof Error ? error.message : String(error));
  }
};

const answerOf = (job: PaperJob): Promise<PaperAnswer> => {
  const file = import.meta.url.endsWith('.ts') ? './paper.worker.ts' : './paper.worker.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: job });
  return new Promise<PaperAnswer>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new PaperError('failed', `nothing after ${WITHIN_MS} ms`)),
      WITHIN_MS,
    );
    const settle = (work: () => void): void => {
      clearTimeout(late);
      work();
    };
    worker.once('message', (answer: PaperAnswer) => settle(() => resolve(answer)));
    worker.once('error', (error) => settle(() => reject(new PaperError('failed', String(error)))));
    worker.once('exit', (code) =>
      settle(() => reject(new PaperError('failed', `the worker ended with ${code}`))),
    );
  }).finally(() => worker.terminate());
};
