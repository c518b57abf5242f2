/**
 * The long work on the file, away from whoever is on the phone: a copy, a proof, a way to the second place, or a full
 * check. One job a worker. It reads through a connection of its own; the process that started it holds the folder.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { makeCopy } from './copies.ts';
import { proveCopy } from './copy-proof.ts';
import { carryCopies, chooseTarget } from './copy-target.ts';
import { faultIn, verifyChain } from './journal-check.ts';
import { openFile } from './open-file.ts';
import type { CheckRequest, FullCheck, Job, JobOutcome, Jobs } from './upkeep-job.ts';

const checkAll = (job: CheckRequest): FullCheck => {
  const db = openFile(job.database, job.key, { readonly: true, mustExist: true });
  try {
    const [verdict] = db.pragma('quick_check(1)') as { quick_check: string }[];
    if (verdict?.quick_check !== 'ok') return { ok: false, where: 'file' };
    const chain = verifyChain(db, job.marks);
    return chain.ok
      ? { ok: true, length: chain.length, head: chain.head }
      : { ok: false, where: 'journal', ...faultIn(db, chain) };
  } catch (error) {
    // A page that no longer decrypts stops the check instead of failing it.
    if (error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code)))
      return { ok: false, where: 'file' };
    throw error;
  } finally {
    db.close();
  }
};

const copy = (job: Jobs['copy']['asks']): Jobs['copy']['answers'] => {
  const db = openFile(job.database, job.key, { readonly: true, mustExist: true });
  try {
    return { at: makeCopy(db, job).at };
  } finally {
    db.close();
  }
};

const answerTo = (job: Job): Jobs[keyof Jobs]['answers'] => {
  switch (job.kind) {
    case 'copy':
      return copy(job.of);
    case 'check':
      return checkAll(job.of);
    case 'prove':
      return proveCopy(job.of);
    case 'choose':
      return chooseTarget(job.of);
    case 'carry':
      return carryCopies(job.of);
  }
};

const outcome = (job: Job): JobOutcome => {
  try {
    return { ok: true, answer: answerTo(job) };
  } catch (error) {
    // An Error loses its code between threads.
    const known = error instanceof Error ? error : new Error(typeof error);
    const code = 'code' in known && typeof known.code === 'string' ? known.code : null;
    return { ok: false, name: known.name, code, stack: known.stack?.replace(known.message, '') ?? '' };
  }
};

parentPort?.postMessage(outcome(workerData as Job));
