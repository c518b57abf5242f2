/**
 * `npm run import -- FOLDER [--dry-run] [--json]`: takes over the former agenda's files without a window, by the very
 * path of the assistant: read, check, report, then one transaction.
 *
 * With `--json`, the report alone goes to standard output; words for people go to standard error.
 */
import { createReadStream, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportOutcome, ImportReport } from '../../contract/exchange.ts';
import { type Desk, type DeskOptions, databaseIn, openDesk } from '../desk.ts';
import { dataFolder } from './data-folder.ts';
import { failureLine, outcomeLines, reportLines } from './import-words.ts';
import { appVersion } from './program.ts';

export interface ImportCommand {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Aborted by Ctrl+C: everything stays as before. */
  readonly stop: AbortSignal;
  readonly clock?: DeskOptions['clock'];
}

const USAGE = 'Usage : npm run import -- DOSSIER [--dry-run] [--json]';
const READ = /\.(csv|txt|tsv)$/i;
/** Bytes at a time, so that a large file never stands whole in memory twice. */
const PIECE = 512 * 1024;

interface Wanted {
  readonly from: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** @returns the exit code: 0 when the files were taken over (or checked), refused lines included */
export const importCommand = async (command: ImportCommand): Promise<number> => {
  const wanted = read(command.args);
  if (wanted === null) return complain(command, USAGE, 2);
  const files = filesIn(wanted.from);
  if (files === null)
    return complain(command, `Ce dossier n’existe pas ou ne peut pas être lu : ${wanted.from}`, 2);
  if (files.length === 0) return complain(command, `Aucun fichier CSV dans ce dossier : ${wanted.from}`, 2);

  const place = {
    platform: process.platform,
    env: command.env,
    home: homedir(),
    cwd: process.cwd(),
    demo: false,
  };
  const folder = dataFolder(place);
  // A dry run leaves nothing behind, not even an empty house.
  const passing = wanted.dryRun && !existsSync(databaseIn(folder));
  const used = passing ? mkdtempSync(join(tmpdir(), 'parvis-import-')) : folder;
  try {
    return await takeOver(command, wanted, files, used);
  } finally {
    if (passing) rmSync(used, { recursive: true, force: true });
  }
};

const takeOver = async (
  command: ImportCommand,
  wanted: Wanted,
  files: readonly string[],
  folder: string,
): Promise<number> => {
  const desk = await openDesk({
    folder,
    clock: command.clock ?? { now: () => Date.now() },
    appVersion: appVersion(),
    program: 'la reprise de l’ancien agenda',
  });
  try {
    const status = desk.status();
    if (status.state === 'closed') return complain(command, status.failure.message, 1);
    if (!wanted.dryRun) desk.settle();
    const { report, outcome } = await run(desk, command, wanted, files);
    if (wanted.json) command.out(`${JSON.stringify(report, null, 1)}\n`);
    const say = wanted.json ? command.err : command.out;
    for (const line of [...reportLines(report), ...outcomeLines(outcome)]) say(`${line}\n`);
    return 0;
  } catch (error) {
    return complain(
      command,
      failureLine(error, (bug) => desk.reportBug(bug)),
      1,
    );
  } finally {
    await desk.close();
  }
};

const run = async (
  desk: Desk,
  command: ImportCommand,
  wanted: Wanted,
  files: readonly string[],
): Promise<{ report: ImportReport; outcome: ImportOutcome | null }> => {
  const { exchange } = desk;
  const { session } = exchange.begin();
  const stop = (): void => exchange.stop(session);
  command.stop.addEventListener('abort', stop, { once: true });
  try {
    for (const file of files) await send(desk, session, file);
    await exchange.inspect(session);
    if (wanted.dryRun) return { report: await exchange.dryRun(session), outcome: null };
    return await exchange.apply(desk.programCall('reprise par commande'), session);
  } finally {
    command.stop.removeEventListener('abort', stop);
    await exchange.end(session);
  }
};

const send = async (desk: Desk, session: string, path: string): Promise<void> => {
  const left = { bytes: statSync(path).size };
  const name = basename(path);
  if (left.bytes === 0) await desk.exchange.addChunk(session, name, new Uint8Array(), true);
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    const bytes = piece as Buffer;
    left.bytes -= bytes.length;
    await desk.exchange.addChunk(session, name, bytes, left.bytes <= 0);
  }
};

const read = (args: readonly string[]): Wanted | null => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    });
    const [from, ...others] = positionals;
    if (from === undefined || others.length > 0) return null;
    return { from, dryRun: values['dry-run'], json: values.json };
  } catch {
    return null;
  }
};

/** Full paths, in a fixed order; null when there is no such folder. */
const filesIn = (folder: string): string[] | null => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && READ.test(entry.name))
      .map((entry) => join(folder, entry.name))
      .sort();
  } catch {
    return null;
  }
};

const complain = ({ err }: ImportCommand, line: string, code: number): number => {
  err(`${line}\n`);
  return code;
};
