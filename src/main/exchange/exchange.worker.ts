/** Reads, checks and writes away from the desk: whoever is on the phone meanwhile goes on working. */
import { createHash } from 'node:crypto';
import type { ImportProgress } from '../../contract/exchange.ts';
import { answerAsks } from '../core/worker-answers.ts';
import { createCheckJob } from './check-job.ts';
import type { Answers, Asks } from './worker-messages.ts';

const fingerprint = (row: unknown): string =>
  createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 22);

answerAsks<Asks, Answers, ImportProgress>((tools) => {
  const job = createCheckJob({ ...tools, fingerprint });
  return (request) => job.answer(request);
});
