/** The desk's process, as the supervisor wants to see it. */
import { type MessagePortMain, utilityProcess } from 'electron';
import type { Log } from './log.ts';
import type { DeskChild } from './supervisor.ts';

export const forkDesk = (entry: string, log: Log): DeskChild<MessagePortMain> => {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Parvis, fichier', stdio: 'pipe' });
  // Unread pipes fill up, and the process that writes into them stops.
  child.stdout?.resume();
  child.stderr?.on('data', (bytes: Buffer) => log(`desk says: ${bytes.toString('utf8')}`));
  return {
    post: (message, ports) => child.postMessage(message, [...ports]),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => {
      // `child.kill()` asks; a desk stuck in a native call would not hear. SQLite survives SIGKILL by design.
      if (child.pid === undefined) child.kill();
      else endProcess(child.pid);
    },
  };
};

const endProcess = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
};
