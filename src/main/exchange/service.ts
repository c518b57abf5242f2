/**
 * Taking over the former agenda: a dry run first, then one transaction. Between the two nothing is written but the
 * column names that the house corrected.
 */
import { setTimeout } from 'node:timers/promises';
import type {
  FileInspection,
  FileRole,
  ImportOutcome,
  ImportProgress,
  ImportReport,
} from '../../contract/exchange.ts';
import { localNow } from '../../contract/time.ts';
import type { Call } from '../core/actor.ts';
import { fail } from '../core/errors.ts';
import type { Ground } from '../core/ground.ts';
import { headersKey, isReadRole } from './check-job.ts';
import { addPiece, createSessions, type ImportSession, type Sessions } from './sessions.ts';
import { rememberedMappings, rememberMapping } from './store.ts';
import { factsFor } from './targets.ts';
import { ImportStopped } from './worker-client.ts';
import type { Answers, PreparedKind, PreparedRows } from './worker-messages.ts';
import { writeAll } from './write-all.ts';

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

/** Rows cross from the worker in pieces, so that no single copy holds the desk up. */
const PIECE = 1000;

const fetchAll = async <K extends PreparedKind>(
  session: ImportSession,
  kind: K,
): Promise<PreparedRows[K]> => {
  const rows: unknown[] = [];
  for (;;) {
    const piece = await session.worker.ask('rows', { kind, from: rows.length, count: PIECE });
    rows.push(...piece);
    if (piece.length < PIECE) return rows as unknown as PreparedRows[K];
  }
};

export const createExchange = (ground: () => Ground): Exchange => {
  const sessions: Sessions = createSessions();

  const check = async (session: ImportSession): Promise<ImportReport> => {
    const { db, clock } = ground();
    const facts = factsFor(db);
    const today = localNow(clock.now(), facts.zone).day;
    // Whoever follows must not mistake the end of an earlier check for the end of this one.
    session.progress.tell({ step: 'checking', done: 0, total: 0 });
    try {
      return await session.worker.ask('check', { ...facts, today });
    } catch (error) {
      session.progress.tell({
        step: error instanceof ImportStopped ? 'stopped' : 'failed',
        done: 0,
        total: 0,
      });
      if (error instanceof ImportStopped) return fail('CONFLICT', { reason: 'import-stopped' });
      throw error;
    }
  };

  const write = async (call: Call, session: ImportSession): Promise<ImportOutcome> => {
    const rows: PreparedRows = {
      practitioners: await fetchAll(session, 'practitioners'),
      types: await fetchAll(session, 'types'),
      hours: await fetchAll(session, 'hours'),
      patients: await fetchAll(session, 'patients'),
      appointments: await fetchAll(session, 'appointments'),
    };
    if (session.stopRequested) {
      session.progress.tell({ step: 'stopped', done: 0, total: 0 });
      fail('CONFLICT', { reason: 'import-stopped' });
    }
    const total = Object.values(rows).reduce((sum, kind) => sum + kind.length, 0);
    session.progress.tell({ step: 'writing', done: 0, total });
    // The page says so before the desk is busy writing.
    await setTimeout(20);
    const tally = ground().write(call, (tx) => writeAll(tx, rows));
    session.progress.tell({ step: 'done', done: total, total });
    return tally;
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
      if (session.writing) fail('BUSY', { with: 'import' });
      session.writing = true;
      session.stopRequested = false;
      try {
        // Checked again: the desk may have moved on since the dry run was read.
        const report = await check(session);
        return { report, outcome: await write(call, session) };
      } catch (error) {
        session.progress.tell({ step: 'failed', done: 0, total: 0 });
        throw error;
      } finally {
        session.writing = false;
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
