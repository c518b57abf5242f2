import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Paper } from '../../../contract/paper.ts';
import type { ParvisShell } from '../../../contract/shell.ts';
import { copyText, printPaper, savePaper } from './hand-out.tsx';

const paper: Paper = {
  title: 'Attestation de démarche',
  house: { name: 'Maison des Tilleuls', address: null, phone: '01 99 00 00 10' },
  dated: 'Lundi 23 novembre 2026',
  blocks: [
    { kind: 'facts', rows: [{ label: 'Personne', value: 'FICTIVE Alma' }] },
    { kind: 'steps', items: [{ title: 'Votre CPAM', text: 'Au 36 46.' }] },
    { kind: 'signature', label: 'Cachet' },
  ],
  foot: null,
  specimen: false,
};
const sheet = () => document.querySelector('.paper-print');
const page = window as unknown as Record<string, unknown>;

// The page waits for its letters before it measures; happy-dom has none to load.
beforeEach(() => {
  Object.defineProperty(document, 'fonts', { value: { ready: Promise.resolve() }, configurable: true });
});
afterEach(() => {
  delete page['parvisShell'];
  window.dispatchEvent(new Event('afterprint'));
});

describe('a paper handed to somebody', () => {
  it('in a browser is printed alone, and taken away when the dialog closes', async () => {
    let printed = '';
    page['print'] = vi.fn(() => {
      printed = sheet()?.textContent ?? '';
    });
    expect(await printPaper(paper)).toBe('printed');
    expect(printed).toContain('Maison des Tilleuls');
    expect(printed).toContain('FICTIVE Alma');
    expect(sheet()?.getAttribute('aria-hidden')).toBe('true');
    window.dispatchEvent(new Event('afterprint'));
    expect(sheet()).toBe(null);
  });

  it('never leaves the sheet of somebody before under the next one', async () => {
    page['print'] = vi.fn();
    await printPaper(paper);
    await printPaper({ ...paper, title: 'Un autre papier' });
    expect(document.querySelectorAll('.paper-print').length).toBe(1);
    expect(sheet()?.textContent).toContain('Un autre papier');
  });

  it('in a window of its own goes through the system’s dialog, whose answer it gives', async () => {
    let seen = false;
    page['parvisShell'] = {
      print: async () => {
        seen = sheet() !== null;
        return 'cancelled';
      },
    } satisfies Pick<ParvisShell, 'print'>;
    expect(await printPaper(paper)).toBe('cancelled');
    expect(seen).toBe(true);
    expect(sheet()).toBe(null);
  });

  it('is saved byte for byte', async () => {
    const saved: unknown[] = [];
    page['parvisShell'] = {
      saveFile: async (file) => {
        saved.push(file);
        return 'saved';
      },
    } satisfies Pick<ParvisShell, 'saveFile'>;
    expect(await savePaper('Attestation de démarche 2026-11-23', btoa('%PDF-\xff'))).toBe('saved');
    expect(saved).toEqual([
      {
        name: 'Attestation de démarche 2026-11-23',
        kind: 'pdf',
        bytes: new Uint8Array([37, 80, 68, 70, 45, 255]),
      },
    ]);
  });

  it('is copied, or says that it could not be', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText');
    writeText.mockResolvedValueOnce(undefined);
    expect(await copyText('Bonjour')).toBe(true);
    expect(writeText).toHaveBeenCalledWith('Bonjour');
    writeText.mockRejectedValueOnce(new Error('refused'));
    expect(await copyText('Bonjour')).toBe(false);
  });
});
