/**
 * Taking over the former agenda: a dry run first, then one transaction, both in a thread of their own: the desk answers
 * all the while, and only what it would save waits for the writing (docs/adr/0041). Between the two nothing is written but
 * the column names that the house corrected.
 */
import type {
  FileInspection,
  FileRole,
  ImportOutcome,
  ImportProgress,
  ImportReport,
} from '../../contract/exchange.ts';
import { localNow } from '../../contract/time.ts';
import type { Call } from '../core/actor.ts';
import { DeskError, fail } from '../core/errors.ts';
import type { Ground } from '../core/ground.ts';
import { WorkStopped } from '../core/worker-client.ts';
import { renewSearch } from '../patients/service.ts';
import { headersKey, isReadRole } from './check-job.ts';
import { factsFor } from './facts.ts';
import { addPiece, createSessions, type ImportSession, type Sessions } from './sessions.ts';
import { rememberedMappings, rememberMapping } from './store.ts';
import type { Answers } from './worker-messages.ts';

export interface Exchange {
  begin(): { session: string };
  addChunk(id: string, name: string, bytes: Uint8Array, last: boolean): Promise<{ received: number }>;
  inspect(id: string): Promise<FileInspection[]>;
  correct(
    call: Call,
    id: string,
    name: string,
    role: FileRole,
    mapping: Record<string, string>,
  ): Promise<FileInspection[]>;
  dryRun(id: string): Promise<ImportReport>;
  apply(call: Call, id: string): Promise<{ report: ImportReport; outcome: ImportOutcome }>;
  stop(id: string): void;
  progress(id: string, signal: AbortSignal | undefined): AsyncGenerator<ImportProgress>;
  refusedLines(id: string, role: FileRole): Promise<Answers['refused']>;
  end(id: string): Promise<void>;
  close(): Promise<void>;
}

export const createExchange = (ground: () => Ground): Exchange => {
  const sessions: Sessions = createSessions();

  /** Tells whoever follows, and turns a stop into its error. */
  const told = (session: ImportSession, error: unknown): unknown => {
    const stopped = error instanceof WorkStopped;
    session.progress.tell({ step: stopped ? 'stopped' : 'failed', done: 0, total: 0 });
    return stopped ? new DeskError('CONFLICT', { reason: 'import-stopped' }) : error;
  };

  const check = async (session: ImportSession): Promise<ImportReport> => {
    const { db, clock } = ground();
    const facts = factsFor(db);
    const today = localNow(clock.now(), facts.zone).day;
    // Whoever follows must not mistake the end of an earlier check for the end of this one.
    session.progress.tell({ step: 'checking', done: 0, total: 0 });
    try {
      return await session.worker.ask('check', { ...facts, today });
    } catch (error) {
      throw told(session, error);
    }
  };

  const write = async (call: Call, session: ImportSession): Promise<ImportOutcome> => {
    const { clock, db, handPen } = ground();
    const now = clock.now();
    try {
      await session.worker.ask('prepare', {});
      if (session.stopRequested) throw new WorkStopped();
      session.progress.tell({ step: 'writing', done: 0, total: 0 });
      const { outcome } = await handPen((file) => session.worker.ask('write', { file, call, now }));
      session.progress.tell({ step: 'done', done: 0, total: 0 });
      void renewSearch(db);
      return outcome;
    } catch (error) {
      throw told(session, error);
    }
  };

  return {
    begin: () => ({ session: sessions.begin().id }),
    addChunk: (id, name, bytes, last) => addPiece(sessions.get(id), name, bytes, last),
    inspect: (id) => sessions.get(id).worker.ask('inspect', { remembered: rememberedMappings(ground().db) }),
    correct: async (call, id, name, role, mapping) => {
      const files = await sessions.get(id).worker.ask('correct', { name, correction: { role, mapping } });
      const corrected = files.find((file) => file.name === name);
      if (corrected)
        ground().write(call, (tx) => {
          rememberMapping(tx.db, headersKey(corrected.columns), { role, mapping: corrected.mapping });
          tx.record({ action: 'exchange.columns-corrected', rows: [{ entity: 'import', id: 0 }] });
        });
      return files;
    },
    dryRun: (id) => check(sessions.get(id)),
    apply: async (call, id) => {
      const session = sessions.get(id);
      if (session.writing !== null) fail('BUSY', { with: 'import' });
      session.stopRequested = false;
      const applying = (async () => {
        // Checked again: the desk may have moved on since the dry run was read.
        const report = await check(session);
        return { report, outcome: await write(call, session) };
      })();
      session.writing = applying.catch(() => {});
      try {
        return await applying;
      } finally {
        session.writing = null;
      }
    },
    stop: (id) => {
      const session = sessions.get(id);
      session.stopRequested = true;
      session.worker.stop();
    },
    progress: (id, signal) => sessions.get(id).progress.follow(signal),
    refusedLines: (id, role) =>
      isReadRole(role)
        ? sessions.get(id).worker.ask('refused', { role })
        : fail('NOT_FOUND', { what: 'refused-lines' }),
    end: (id) => sessions.end(id),
    close: () => sessions.endAll(),
  };
};
