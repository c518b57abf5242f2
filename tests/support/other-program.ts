/** Starts `store-process.ts`: a real second process, for locks and kills. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export interface OtherProgram {
  readonly pid: number;
  /** How its opening went. */
  readonly said: { readonly ok: boolean; readonly code?: string };
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Lets it close as it should. */
  leave(): Promise<void>;
}

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

export const otherProgram = async (folder: string, program: string): Promise<OtherProgram> => {
  const child = fork(join(import.meta.dirname, 'store-process.ts'), [folder, program], { execArgv: [] });
  const said = await new Promise<OtherProgram['said']>((resolve, reject) => {
    child.once('message', (message) => resolve(message as OtherProgram['said']));
    child.once('exit', (code, signal) => reject(new Error(`ended with ${code ?? signal}`)));
  });
  return {
    pid: child.pid ?? 0,
    said,
    kill: (signal) => {
      child.kill(signal);
      return gone(child);
    },
    leave: () => {
      child.send('leave');
      return gone(child);
    },
  };
};
