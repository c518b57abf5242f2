import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { SHELL_CHANNELS } from '../contract/shell.ts';
import { type Ipc, shellFunctions } from './shell-functions.ts';

const start = (answers: Record<string, unknown> = {}) => {
  const shell = new EventEmitter();
  const sent: unknown[][] = [];
  const asked: unknown[][] = [];
  const ipc = {
    on: (channel: string, listener: (...args: unknown[]) => void) => shell.on(channel, listener),
    off: (channel: string, listener: (...args: unknown[]) => void) => shell.off(channel, listener),
    send: (...args: unknown[]) => void sent.push(args),
    invoke: async (...args: unknown[]) => {
      asked.push(args);
      return answers[String(args[0])];
    },
  } as unknown as Ipc;
  const say = (channel: string, value?: unknown) =>
    shell.emit(channel, { sender: 'must not reach the page' }, value);
  return { functions: shellFunctions(ipc), say, sent, asked, shell };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the functions that the page finds', () => {
  it('are these, by name', () => {
    expect(Object.keys(start().functions).toSorted()).toEqual([
      'beforeClose',
      'onCommand',
      'onDeskState',
      'print',
      'quit',
      'saveFile',
      'savePdf',
      'setTheme',
      'version',
      'windowState',
    ]);
  });

  it('ask the shell, each on its own channel', async () => {
    const { functions, asked } = start({ [SHELL_CHANNELS.version]: '0.1.0' });
    const file = { name: 'lignes refusées', kind: 'csv' as const, bytes: new Uint8Array([1]) };
    expect(await functions.version()).toBe('0.1.0');
    await functions.windowState();
    await functions.print();
    await functions.savePdf('Journée');
    await functions.saveFile(file);
    await functions.setTheme('dark');
    await functions.quit();
    expect(asked).toEqual([
      ['parvis:version'],
      ['parvis:window-state'],
      ['parvis:print'],
      ['parvis:save-pdf', 'Journée'],
      ['parvis:save-file', file],
      ['parvis:set-theme', 'dark'],
      ['parvis:quit'],
    ]);
  });

  it('tell the present state of the desk, then each change, until they are stopped', async () => {
    const { functions, say, shell } = start({ [SHELL_CHANNELS.deskState]: 'starting' });
    const states: unknown[][] = [];
    const stop = functions.onDeskState((...args) => void states.push(args));
    await settled();
    say(SHELL_CHANNELS.deskStateChanged, 'ready');
    stop();
    say(SHELL_CHANNELS.deskStateChanged, 'failed');
    expect(states).toEqual([['starting'], ['ready']]);
    expect(shell.listenerCount(SHELL_CHANNELS.deskStateChanged)).toBe(0);
  });

  it('never tell an old state after a newer one, nor any after the stop', async () => {
    const { functions, say } = start({ [SHELL_CHANNELS.deskState]: 'starting' });
    const states: string[] = [];
    functions.onDeskState((state) => void states.push(state));
    functions.onDeskState((state) => void states.push(`stopped ${state}`))();
    say(SHELL_CHANNELS.deskStateChanged, 'ready');
    await settled();
    expect(states).toEqual(['ready']);
  });

  it('pass on the commands of the menu, without the event that carried them', () => {
    const { functions, say } = start();
    const commands: unknown[][] = [];
    functions.onCommand((...args) => void commands.push(args));
    say(SHELL_CHANNELS.command, 'print');
    expect(commands).toEqual([['print']]);
  });
});

describe('before the window closes', () => {
  it('the page saves what is being typed, then the shell is told', async () => {
    const { functions, say, sent } = start();
    const done: string[] = [];
    functions.beforeClose(async () => {
      await settled();
      done.push('saved');
    });
    say(SHELL_CHANNELS.beforeClose);
    expect(sent).toEqual([]);
    await settled();
    await settled();
    expect([done, sent]).toEqual([['saved'], [['parvis:saved']]]);
  });

  it('a page that has nothing to save, or fails to, does not keep it open', async () => {
    const { functions, say, sent } = start();
    say(SHELL_CHANNELS.beforeClose);
    await settled();
    functions.beforeClose(() => {
      throw new Error('page gone wrong');
    });
    say(SHELL_CHANNELS.beforeClose);
    await settled();
    functions.beforeClose(null);
    say(SHELL_CHANNELS.beforeClose);
    await settled();
    expect(sent).toEqual([['parvis:saved'], ['parvis:saved'], ['parvis:saved']]);
  });
});
