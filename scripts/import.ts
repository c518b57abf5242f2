/**
 * `npm run import -- FOLDER [--dry-run] [--json] [--refused FOLDER]`: takes over the former agenda's CSV files into the
 * data folder, without a window; `-- --annuaire FILE` fills the directory from the public extraction. Exit codes: 0 done, 1 bad input, 2 usage, 3 held by another, 130 stopped by Ctrl+C.
 *
 * `PARVIS_DATA` = data folder; `PARVIS_RECOVERY_CODE` when the folder's key is sealed elsewhere.
 */
import { homedir } from 'node:os';
import { createInterface } from 'node:readline/promises';
import type { ImportProgress } from '../src/contract/exchange.ts';
import { frenchNumber } from '../src/contract/exchange-report.ts';
import { importCommand } from '../src/main/exchange/command.ts';
import { dataFolder } from '../src/main/hosts/data-folder.ts';

const { env, stdin, stderr, stdout } = process;

const ask = async (question: string): Promise<string> => {
  const terminal = createInterface({ input: stdin, output: stderr });
  try {
    return (await terminal.question(question)).trim();
  } finally {
    terminal.close();
  }
};

const stop = new AbortController();
process.on('SIGINT', () => stop.abort());
process.on('SIGTERM', () => stop.abort());

const phases: Readonly<Record<ImportProgress['step'], string>> = {
  reading: 'Lecture',
  checking: 'Vérification',
  writing: 'Écriture en une seule fois',
  done: '',
  stopped: '',
  failed: '',
};

/** One line that is written over, on a terminal only. */
const showProgress = ({ step, done, total }: ImportProgress): void => {
  if (!stderr.isTTY) return;
  const of = total > 0 ? ` sur ${frenchNumber(total)}` : '';
  const far = step !== 'writing' && done > 0 ? ` : ${frenchNumber(done)}${of}` : '';
  stderr.write(`\r\u001b[K${phases[step]}${far}`);
};

process.exitCode = await importCommand({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  dataFolder: dataFolder({
    platform: process.platform,
    env,
    home: homedir(),
    cwd: process.cwd(),
    demo: false,
  }),
  clock: { now: () => Date.now() },
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(stderr.isTTY ? `\r\u001b[K${text}` : text),
  recoveryCode: env['PARVIS_RECOVERY_CODE'],
  ask: stdin.isTTY && stderr.isTTY ? ask : null,
  onProgress: showProgress,
  stop: stop.signal,
});
