import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFileToSave, safeFileName, withExtension } from './save-name.ts';

describe('the name of a saved file', () => {
  it.each([
    ['Journée du 23 novembre 2026', 'Journée du 23 novembre 2026.pdf'],
    ['lignes refusées : rendez-vous', 'lignes refusées rendez-vous.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['C:\\Windows\\x', 'C Windows x.pdf'],
    ['CON', 'Parvis.pdf'],
    ['com1.2026', 'Parvis.pdf'],
    ['concert', 'concert.pdf'],
    ['fin. ', 'fin.pdf'],
    ['.cache', 'cache.pdf'],
    ['a\u0000b\nc', 'a b c.pdf'],
    ['E\u0301te\u0301', 'Été.pdf'],
    ['???', 'Parvis.pdf'],
    ['', 'Parvis.pdf'],
  ])('%j becomes %j', (proposed, name) => {
    expect(safeFileName(proposed, 'pdf')).toBe(name);
  });

  it('is never a path, never empty and never too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 160 }), (proposed) => {
        const name = safeFileName(proposed, 'csv');
        expect(name).not.toMatch(/[/\\:]|^\./);
        expect(name.length).toBeGreaterThan('.csv'.length);
        expect(name.length).toBeLessThanOrEqual(124);
      }),
    );
  });

  it('has its extension, once', () => {
    expect(withExtension('/home/accueil/journée', 'pdf')).toBe('/home/accueil/journée.pdf');
    expect(withExtension('C:\\journée.PDF', 'pdf')).toBe('C:\\journée.PDF');
    expect(withExtension('/home/accueil/journée.txt', 'csv')).toBe('/home/accueil/journée.txt.csv');
  });
});

describe('a file that the page wants to save', () => {
  const bytes = new Uint8Array([1]);

  it('is a name, one of our kinds and bytes', () => {
    expect(asFileToSave({ name: 'a', kind: 'csv', bytes, path: '/etc' })).toEqual({
      name: 'a',
      kind: 'csv',
      bytes,
    });
  });

  it.each([
    null,
    7,
    {},
    { name: 'a', kind: 'exe', bytes },
    { name: 1, kind: 'csv', bytes },
    { name: 'a', kind: 'csv', bytes: 'text' },
  ])('is not %j', (value) => {
    expect(asFileToSave(value)).toBe(null);
  });

  it('is refused beyond 200 MB', () => {
    expect(asFileToSave({ name: 'a', kind: 'csv', bytes: new Uint8Array(200 * 1024 * 1024 + 1) })).toBe(null);
  });
});
