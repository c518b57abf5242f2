import { describe, expect, it } from 'vitest';
import { asDeskToShell, asShellToDesk, type DeskToShell, type ShellToDesk } from './shell-messages.ts';

const fromShell: ShellToDesk[] = [
  {
    type: 'open',
    folder: '/srv/parvis',
    key: null,
    version: '0.1.0',
    demo: false,
    seal: { available: true, name: 'DPAPI' },
  },
  {
    type: 'open',
    folder: '/srv/parvis',
    key: 'AAEC',
    version: '0.1.0',
    demo: true,
    seal: { available: false, name: 'basic_text' },
  },
  { type: 'connect' },
  { type: 'sealed', id: 1, ok: true, bytes: 'AAEC', renew: false },
  { type: 'sealed', id: 2, ok: false, reason: 'keyring locked' },
  { type: 'suspend' },
  { type: 'resume' },
  { type: 'close' },
];

const fromDesk: DeskToShell[] = [
  { type: 'ready' },
  { type: 'failed', code: 'native-module', message: 'Parvis ne peut pas démarrer.' },
  { type: 'closed' },
  { type: 'seal', id: 1, bytes: 'AAEC' },
  { type: 'unseal', id: 2, bytes: 'AAEC' },
];

const nonsense = [
  null,
  undefined,
  'open',
  7,
  {},
  { type: 'unknown' },
  { type: 'open' },
  { type: 'open', folder: 1, key: null, version: '', demo: false, seal: { available: true, name: '' } },
  { type: 'open', folder: '', key: null, version: '', demo: false, seal: null },
  { type: 'sealed', id: 1.5, ok: true, bytes: '', renew: false },
  { type: 'sealed', id: 1, ok: true },
  { type: 'seal', id: '1', bytes: '' },
  { type: 'failed', code: 'x' },
];

describe('what the shell and the desk say to each other', () => {
  it.each(fromShell)('the desk understands $type', (message) => {
    expect(asShellToDesk(structuredClone(message))).toEqual(message);
  });

  it.each(fromDesk)('the shell understands $type', (message) => {
    expect(asDeskToShell(structuredClone(message))).toEqual(message);
  });

  it.each(nonsense.map((message) => [message]))('neither side takes %j for a message', (message) => {
    expect(asShellToDesk(message)).toBe(null);
    expect(asDeskToShell(message)).toBe(null);
  });
});
