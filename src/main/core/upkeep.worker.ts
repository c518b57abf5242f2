/**
 * The long work on the file, away from whoever is on the phone: a copy, or a full check. One job a worker. It reads
 * through a connection of its own; the process that started it holds the folder.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { type CopyRequest, makeCopy } from './copies.ts';
import { type JournalMark, verifyChain } from './journal-check.ts';
import { type FileKey, openFile } from './open-file.ts';
import type { FullCheck, Job, JobOutcome } from './upkeep-job.ts';

const checkAll = (job: { database: string; key: FileKey; marks: readonly JournalMark[] }): FullCheck => {
  const db = openFile(job.database, job.key, { readonly: true, mustExist: true });
  try {
    const [verdict] = db.pragma('quick_check(1)') as { quick_check: string }[];
    if (verdict?.quick_check !== 'ok') return { ok: false, where: 'file', entry: null };
    const chain = verifyChain(db, job.marks);
    return chain.ok ? { ok: true } : { ok: false, where: 'journal', entry: chain.seq };
  } catch (error) {
    // A page that no longer decrypts stops the check instead of failing it.
    if (error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code)))
      return { ok: false, where: 'file', entry: null };
    throw error;
  } finally {
    db.close();
  }
};

const copy = (job: CopyRequest & { database: string }): number => {
  const db = openFile(job.database, job.key, { readonly: true, mustExist: true });
  try {
    return makeCopy(db, job).at;
  } finally {
    db.close();
  }
};

const outcome = (job: Job): JobOutcome => {
  try {
    return job.kind === 'copy' ? { ok: true, copiedAt: copy(job) } : { ok: true, check: checkAll(job) };
  } catch (error) {
    // An Error loses its code between threads.
    const known = error instanceof Error ? error : new Error(typeof error);
    const code = 'code' in known && typeof known.code === 'string' ? known.code : null;
    return { ok: false, name: known.name, code, stack: known.stack?.replace(known.message, '') ?? '' };
  }
};

parentPort?.postMessage(outcome(workerData as Job));
