/** Runs the take-over command as a test gives it, in this process, on real folders. */
import type { ImportProgress } from '../../src/contract/exchange.ts';
import { type CommandGiven, type ExitCode, importCommand } from '../../src/main/exchange/command.ts';
import { testClock } from './ground.ts';

export interface ImportRun {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
  readonly progress: readonly ImportProgress[];
}

export const runImport = async (
  dataFolder: string,
  args: readonly string[],
  over: Partial<CommandGiven> = {},
): Promise<ImportRun> => {
  const said = { out: '', err: '' };
  const progress: ImportProgress[] = [];
  const code = await importCommand({
    args,
    cwd: dataFolder,
    dataFolder,
    clock: testClock(),
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    recoveryCode: undefined,
    ask: null,
    onProgress: (step) => progress.push(step),
    stop: new AbortController().signal,
    ...over,
  });
  return { code, ...said, progress };
};
