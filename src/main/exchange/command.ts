/**
 * `npm run import`: the former agenda taken over without a window. The same path as the assistant (one exchange, its
 * worker, one transaction); this only opens the house, hands it the files and says what came of it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileRefusedText } from '../../contract/directory-words.ts';
import type { FileInspection, ImportOutcome, ImportProgress, ImportReport } from '../../contract/exchange.ts';
import { frenchNumber, refusedLines } from '../../contract/exchange-report.ts';
import { fieldLabel, unreadableText } from '../../contract/exchange-words.ts';
import { PRIVATE, PRIVATE_FOLDER } from '../core/atomic-file.ts';
import { dataFiles } from '../core/data-files.ts';
import { isDeskError } from '../core/errors.ts';
import type { Clock } from '../core/ground.ts';
import { createLog } from '../core/log.ts';
import { type Args, readArgs, USAGE } from './command/args.ts';
import { fillDirectory, readDirectoryArgs } from './command/directory.ts';
import { ensureHouse, inMemory, isFresh, type OpenedHouse, openFolder } from './command/house.ts';
import { importer, recoveryText } from './command/importer.ts';
import { CommandRefused, type ExitCode } from './command/refusal.ts';
import { readSource, type SourceName, sourceFiles } from './command/source-files.ts';
import { outcomeText, reportText } from './command/summary.ts';
import { createExchange, type Exchange } from './service.ts';

export type { ExitCode };

export interface CommandGiven {
  /** What follows `npm run import --`. */
  readonly args: readonly string[];
  /** For relative folders. */
  readonly cwd: string;
  /** Absolute; may not exist yet. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly recoveryCode: string | undefined;
  /** Asks on the terminal; null where there is none. */
  readonly ask: ((question: string) => Promise<string>) | null;
  readonly onProgress: (progress: ImportProgress) => void;
  /** Ctrl+C: what was begun is taken back. */
  readonly stop: AbortSignal;
}

/** @returns the exit code; whatever happens is said on `err`, in French */
export const importCommand = async (given: CommandGiven): Promise<ExitCode> => {
  try {
    const directory = readDirectoryArgs(given.args);
    if (directory !== null) {
      await fillDirectory(directory, given);
      return 0;
    }
    const args = readArgs(given.args);
    if (args === 'help') {
      given.out(USAGE);
      return 0;
    }
    await takeOver(args, given);
    return 0;
  } catch (error) {
    const { exitCode, sentence } = explained(error, given);
    given.err(`${sentence}\n`);
    return exitCode;
  }
};

const explained = (error: unknown, given: CommandGiven): { exitCode: ExitCode; sentence: string } => {
  if (error instanceof CommandRefused) return { exitCode: error.exitCode, sentence: error.message };
  if (isDeskError(error)) {
    const known = deskSentence(error.code, error.data);
    if (known) return known;
  }
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return {
      exitCode: 1,
      sentence: 'Le disque est plein. Rien n’a été repris : libérez de la place, puis recommencez.',
    };
  const reference = createLog(dataFiles(given.dataFolder).logs, () => given.clock.now()).error(
    'import.failed',
    error,
  );
  return {
    exitCode: 1,
    sentence: `Une erreur inattendue s’est produite. Rien n’a été repris, ce qui était enregistré est en sécurité (référence ${reference}).`,
  };
};

const deskSentence = (code: string, data: object): { exitCode: ExitCode; sentence: string } | null => {
  if (code === 'UNREADABLE_FILE') {
    const { title, body } = unreadableText(data as Parameters<typeof unreadableText>[0]);
    return { exitCode: 1, sentence: `${title}. ${body}` };
  }
  if (code === 'DIRECTORY_FILE_REFUSED') {
    const { title, body } = fileRefusedText(data as Parameters<typeof fileRefusedText>[0]);
    return { exitCode: 1, sentence: `${title}. ${body}` };
  }
  if (code === 'DIRECTORY_TOO_LARGE')
    return {
      exitCode: 1,
      sentence: `Ce choix garderait plus de ${frenchNumber((data as { most: number }).most)} personnes. Rien n’a été importé : donnez --departement, --commune ou --profession.`,
    };
  if (code === 'CONFLICT' && 'reason' in data && data.reason === 'import-stopped')
    return { exitCode: 130, sentence: 'Arrêté. Rien n’a été repris.' };
  return null;
};

const takeOver = async (args: Args, given: CommandGiven): Promise<void> => {
  const folder = resolve(given.cwd, args.folder);
  const refusedTo = args.refused === null ? null : resolve(given.cwd, args.refused);
  if (refusedTo === folder)
    throw new CommandRefused(
      2,
      'Les lignes refusées ne peuvent pas être enregistrées dans le dossier repris : elles y seraient relues la prochaine fois. Choisissez un autre dossier pour --refused.',
    );
  const files = sourceFiles(folder);
  // A fresh folder is left so until the files are known to be good: a wrong folder must not found a house.
  const fresh = isFresh(given.dataFolder);
  const open = () =>
    openFolder({
      folder: given.dataFolder,
      clock: given.clock,
      recoveryCode: given.recoveryCode,
      ask: given.ask,
    });
  const first = fresh ? null : await open();
  let current: OpenedHouse = first ?? inMemory(given.clock);
  const exchange = createExchange(() => current.ground);
  try {
    const session = await send(exchange, files, given);
    let report: ImportReport;
    let outcome: ImportOutcome | null = null;
    if (args.dryRun) report = await following(exchange, session, given, () => exchange.dryRun(session));
    else {
      let store = first;
      if (store === null) {
        current.close();
        store = await open();
        current = store;
      }
      await ensureHouse(store, (code) => given.err(recoveryText(code, given.dataFolder)));
      ({ report, outcome } = await following(exchange, session, given, () =>
        exchange.apply(importer, session),
      ));
    }
    if (refusedTo !== null) await saveRefused(exchange, session, report, refusedTo, given);
    tell(args, report, outcome, given);
  } finally {
    await exchange.close();
    current.close();
  }
};

/** @returns the session, its files read and their columns known */
const send = async (
  exchange: Exchange,
  files: readonly SourceName[],
  given: CommandGiven,
): Promise<string> => {
  const { session } = exchange.begin();
  for (const file of files) await exchange.addChunk(session, file.name, readSource(file), true);
  const inspections = await exchange.inspect(session);
  const ignored = inspections.filter(({ role }) => role === 'ignored').map(({ name }) => name);
  if (ignored.length === inspections.length)
    throw new CommandRefused(
      1,
      `Aucun de ces fichiers n’a été reconnu : ${ignored.join(', ')}. Vérifiez que leur première ligne porte les titres des colonnes. ${ASSISTANT}`,
    );
  const incomplete = inspections.find(({ role, missing }) => role !== 'ignored' && missing.length > 0);
  if (incomplete) throw new CommandRefused(1, missingText(incomplete));
  if (ignored.length > 0) given.err(`Laissé de côté, non reconnu : ${ignored.join(', ')}.\n`);
  return session;
};

const ASSISTANT =
  'Dans Parvis (Réglages, « Reprendre un ancien agenda »), vous pouvez dire ce que contient chaque colonne : ce choix est retenu, ici aussi.';

const missingText = ({ name, role, missing }: FileInspection): string =>
  `Il manque dans « ${name} » : ${missing.map((field) => fieldLabel(role, field)).join(', ')}. Rien n’a été repris. ${ASSISTANT}`;

/** Tells how far it is, and stops when asked to. */
const following = async <T>(
  exchange: Exchange,
  session: string,
  { onProgress, stop }: CommandGiven,
  work: () => Promise<T>,
): Promise<T> => {
  const over = new AbortController();
  const halt = (): void => exchange.stop(session);
  stop.addEventListener('abort', halt, { once: true });
  const follow = async (): Promise<void> => {
    for await (const progress of exchange.progress(session, over.signal)) onProgress(progress);
  };
  const doing = work();
  const followed = follow();
  try {
    // Asked to stop while files were still being read.
    if (stop.aborted) halt();
    return await doing;
  } finally {
    over.abort();
    stop.removeEventListener('abort', halt);
    await followed;
  }
};

/** These files hold patients: for this user only. */
const saveRefused = async (
  exchange: Exchange,
  session: string,
  report: ImportReport,
  folder: string,
  given: CommandGiven,
): Promise<void> => {
  const kinds = refusedLines(report);
  if (kinds.length === 0) return;
  try {
    mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
    for (const { role } of kinds) {
      const { fileName, csv } = await exchange.refusedLines(session, role);
      writeFileSync(join(folder, fileName), csv, { mode: PRIVATE });
      given.err(`Lignes refusées enregistrées : ${join(folder, fileName)}\n`);
    }
  } catch (error) {
    if (isDeskError(error)) throw error;
    given.err(`Les lignes refusées n’ont pas pu être enregistrées dans « ${folder} ».\n`);
  }
};

const tell = (args: Args, report: ImportReport, outcome: ImportOutcome | null, given: CommandGiven): void => {
  const end = outcome === null ? 'Essai à blanc : rien n’a été écrit.' : outcomeText(outcome);
  if (args.json) {
    given.out(`${JSON.stringify(report, null, 1)}\n`);
    given.err(`${end}\n`);
    return;
  }
  const { encoding, separator } = report;
  given.out(`Ancien agenda : ${args.folder} (${encoding}, séparateur « ${separator} »)\n\n`);
  given.out(`${reportText(report)}\n${end}\n`);
};
