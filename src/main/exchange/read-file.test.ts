import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { ErrorData } from '../../contract/errors.ts';
import { LARGEST_IMPORT_FILE } from '../../contract/exchange-words.ts';
import { DeskError } from '../core/errors.ts';
import { readTable } from './read-file.ts';

const bytes = (text: string, encoding = 'utf-8'): Uint8Array => iconv.encode(text, encoding);

const refusal = (content: Uint8Array): ErrorData<'UNREADABLE_FILE'> => {
  try {
    readTable('patients.csv', content);
  } catch (error) {
    if (error instanceof DeskError && error.code === 'UNREADABLE_FILE')
      return error.data as ErrorData<'UNREADABLE_FILE'>;
    throw error;
  }
  throw new Error('the file was read');
};

const rows = (content: Uint8Array) => readTable('patients.csv', content).lines.map((line) => line.cells);

describe('a file of the former software', () => {
  it('written by Windows is read with its accents, and said to be windows-1252', () => {
    const table = readTable('patients.csv', bytes('Code;Prénom\r\nX1;Noémie\r\n', 'windows-1252'));
    expect(table).toEqual({
      encoding: 'windows-1252',
      separator: ';',
      columns: ['Code', 'Prénom'],
      lines: [{ number: 2, cells: ['X1', 'Noémie'] }],
    });
  });

  it('in UTF-8, with or without its byte order mark, gives the same columns', () => {
    const text = 'Code;Né(e) le\r\nX1;01/02/1980\r\n';
    expect(readTable('a', bytes(text)).columns).toEqual(['Code', 'Né(e) le']);
    expect(readTable('a', bytes(`\uFEFF${text}`)).columns).toEqual(['Code', 'Né(e) le']);
    expect(readTable('a', bytes(`\uFEFF${text}`)).encoding).toBe('utf-8');
  });

  it('saved as « Unicode text » by a spreadsheet is read too', () => {
    const table = readTable('a', iconv.encode('Code\tPrénom\r\nX1\tZoé\r\n', 'utf-16le', { addBOM: true }));
    expect([table.encoding, table.separator, table.lines[0]?.cells]).toEqual([
      'utf-16le',
      '\t',
      ['X1', 'Zoé'],
    ]);
  });

  it('may separate by commas or tabs, a separator inside quotes not counting', () => {
    expect(rows(bytes('Code,"Nom; usage",Prénom\nX1,"Le Gall, née Morin",Zoé\n'))).toEqual([
      ['X1', 'Le Gall, née Morin', 'Zoé'],
    ]);
    expect(rows(bytes('Code\tNom\nX1\tMorin\n'))).toEqual([['X1', 'Morin']]);
  });

  it('keeps a comment of two lines whole, and still counts lines as a spreadsheet does', () => {
    const table = readTable('a', bytes('N°;Commentaire\r\nR1;"résultats\r\nappeler"\r\nR2;\r\n'));
    expect(table.lines).toEqual([
      { number: 2, cells: ['R1', 'résultats\nappeler'] },
      { number: 4, cells: ['R2', ''] },
    ]);
  });

  it('skips empty lines', () => {
    expect(rows(bytes('Code;Nom\r\nX1;Morin\r\n\r\n;\r\nX2;Paul\r\n'))).toEqual([
      ['X1', 'Morin'],
      ['X2', 'Paul'],
    ]);
  });

  it('keeps two columns of one name apart', () => {
    expect(readTable('a', bytes('Code;Tel;Tel\nX1;1;2\n')).columns).toEqual(['Code', 'Tel', 'Tel (2)']);
  });
});

describe('a file that cannot be read', () => {
  it('when empty, says so', () => {
    expect(refusal(new Uint8Array())).toEqual({ file: 'patients.csv', reason: 'empty', line: null });
    expect(refusal(bytes('\r\n \r\n'))).toEqual({ file: 'patients.csv', reason: 'empty', line: null });
  });

  it('when it is a program or a zip, says that it is no CSV', () => {
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0x21, 0, 0, 0);
    expect(refusal(zip).reason).toBe('not-a-csv');
  });

  it('when it is a letter without any column, says that it is no CSV', () => {
    expect(refusal(bytes('Bonjour Madame\nVeuillez trouver ci-joint\n')).reason).toBe('not-a-csv');
  });

  it('when it is larger than any agenda, is refused before it is read', () => {
    expect(refusal(new Uint8Array(LARGEST_IMPORT_FILE + 1)).reason).toBe('too-large');
  });

  it('when a quote is never closed, names the line where it opens', () => {
    expect(refusal(bytes('Code;Nom\r\nX1;Morin\r\nX2;"Paul\r\nX3;Roy\r\n'))).toEqual({
      file: 'patients.csv',
      reason: 'quote-not-closed',
      line: 3,
    });
  });
});
