/** The PC sleeps, wakes, is locked or is turned off. */
import { type MessagePortMain, powerMonitor } from 'electron';
import type { ShellCommand } from '../../contract/shell.ts';
import type { Quit } from './quit.ts';
import type { Supervisor } from './supervisor.ts';

interface Powered {
  readonly desk: Supervisor<MessagePortMain>;
  readonly quit: Quit;
  command(what: ShellCommand): void;
}

export const followPower = ({ desk, quit, command }: Powered): void => {
  powerMonitor.on('suspend', () => desk.suspend());
  powerMonitor.on('resume', () => {
    desk.resume();
    command('woke');
  });
  // The PC was left: whoever comes back finds Parvis locked too, or, without a PIN, the names hidden.
  powerMonitor.on('lock-screen', () => command('lock'));
  // Linux and macOS; Windows tells the window instead ('session-end').
  // Electron passes an event here that its declarations leave out.
  powerMonitor.on('shutdown', (...given: readonly unknown[]) => {
    if (quit.mayLeave) return;
    (given[0] as { preventDefault(): void } | undefined)?.preventDefault();
    quit.send('session-ends');
  });
};
