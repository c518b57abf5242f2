/** One import, from the file that was chosen to what it brought. It goes on while another screen is looked at. */
import { create } from 'zustand';
import type {
  DirectoryFileLook,
  DirectoryImportProgress,
  DirectoryImportReport,
  ImportFilter,
} from '../../../../contract/directory-import.ts';
import { DIRECTORY_HEAD, DIRECTORY_PIECE } from '../../../../contract/directory-import.ts';
import { client } from '../../api/client.ts';
import { type ErrorText, errorText, isFailure } from '../../api/error-text.ts';

export interface ImportState {
  readonly file: File | null;
  readonly look: DirectoryFileLook | null;
  readonly session: string | null;
  readonly step: 'choose' | 'reading' | 'writing' | 'done';
  readonly sent: number;
  readonly lines: number;
  readonly persons: number;
  readonly progress: DirectoryImportProgress | null;
  readonly report: DirectoryImportReport | null;
  readonly stopped: boolean;
  readonly failure: ErrorText | null;
}

const START: ImportState = {
  file: null,
  look: null,
  session: null,
  step: 'choose',
  sent: 0,
  lines: 0,
  persons: 0,
  progress: null,
  report: null,
  stopped: false,
  failure: null,
};

export const useImport = create<ImportState>()(() => START);
const set = (change: Partial<ImportState>): void => useImport.setState(change);
const now = (): ImportState => useImport.getState();

const GONE: ErrorText = {
  title: 'Le fichier ne se lit pas',
  body: 'Rien n’a été importé. Il a été déplacé ou modifié depuis, ou c’est un dossier : choisissez-le de nouveau.',
};

class FileGone extends Error {}

const pieceOf = async (file: File, from: number, to: number): Promise<Blob> => {
  try {
    return new Blob([await file.slice(from, to).arrayBuffer()]);
  } catch {
    throw new FileGone();
  }
};

const failed = (error: unknown): void => {
  const stopped = isFailure(error, 'CONFLICT')?.reason === 'import-stopped';
  const failure = stopped ? null : error instanceof FileGone ? GONE : errorText(error);
  set({ step: 'choose', session: null, progress: null, stopped, failure });
};

export const chooseFile = async (file: File): Promise<void> => {
  set({ ...START, file });
  try {
    const head = await pieceOf(file, 0, DIRECTORY_HEAD);
    set({ look: await client.directory.importLook({ name: file.name, head }) });
  } catch (error) {
    failed(error);
  }
};

const follow = async (session: string, signal: AbortSignal): Promise<void> => {
  const feed = await client.directory.importProgress({ session }, { signal });
  for await (const progress of feed) if (progress.step === 'writing') set({ progress });
};

const send = async (session: string, file: File): Promise<void> => {
  for (let from = 0; from < file.size; from += DIRECTORY_PIECE) {
    const to = Math.min(from + DIRECTORY_PIECE, file.size);
    const bytes = await pieceOf(file, from, to);
    const { lines, persons } = await client.directory.importChunk({ session, bytes, last: to === file.size });
    set({ sent: to, lines, persons });
  }
};

export const start = async (filter: ImportFilter): Promise<void> => {
  const { file } = now();
  if (file === null) return;
  set({ step: 'reading', sent: 0, lines: 0, persons: 0, report: null, stopped: false, failure: null });
  const over = new AbortController();
  try {
    const { session } = await client.directory.importBegin({ name: file.name, filter });
    set({ session });
    await send(session, file);
    set({ step: 'writing' });
    follow(session, over.signal).catch(() => {});
    set({ report: await client.directory.importApply({ session }), step: 'done', session: null });
  } catch (error) {
    failed(error);
  } finally {
    over.abort();
  }
};

export const stop = async (): Promise<void> => {
  const { session } = now();
  // A desk that went away has already forgotten it.
  if (session !== null) await client.directory.importStop({ session }).catch(() => {});
};

export const forget = (): void => set(START);
