import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineFields } from '../../../contract/night-return.ts';
import { readTable } from './table.ts';

const linesOf = (text: string) => {
  const read = readTable(text);
  if (!read.ok) throw new Error(read.code);
  return read.lines;
};
const filled = (text: string) =>
  linesOf(text).map(({ cells }) =>
    Object.fromEntries(lineFields.flatMap((field) => (cells[field] === '' ? [] : [[field, cells[field]]]))),
  );

describe('a table copied from a spreadsheet', () => {
  it('is read by its titles, in any order, with or without accents and capitals', () => {
    expect(
      filled(
        'NOM\tPrénom\tTéléphone\tMotif\tPour qui\tHeure du RDV\tJour\nDUPONT\tMarie\t06 39 98 00 01\tOrdonnance\tDr Nguyen\t10:20\t24/11',
      ),
    ).toEqual([
      {
        familyName: 'DUPONT',
        givenName: 'Marie',
        phone: '06 39 98 00 01',
        matter: 'Ordonnance',
        whom: 'Dr Nguyen',
        start: '10:20',
        day: '24/11',
      },
    ]);
  });

  it('without titles is read in the order that the hand-over asks for', () =>
    expect(filled('22:10;DUPONT;Marie;12/03/1952;06 39 98 00 01;Ordonnance;Nguyen;rappel')).toEqual([
      {
        heard: '22:10',
        familyName: 'DUPONT',
        givenName: 'Marie',
        birth: '12/03/1952',
        phone: '06 39 98 00 01',
        matter: 'Ordonnance',
        whom: 'Nguyen',
        kind: 'rappel',
      },
    ]));

  it('keeps in the matter what stands in a column that nobody knows, and beyond the last one', () =>
    expect(filled('nom;motif;mutuelle\nDUPONT;ordonnance;MGF;encore')).toEqual([
      { familyName: 'DUPONT', matter: 'ordonnance · mutuelle\u00a0: MGF · encore' },
    ]));

  it('of two columns with one title reads the first, and loses nothing of the second', () =>
    expect(filled('nom;motif;motif\nDUPONT;ordonnance;renouvellement')).toEqual([
      { familyName: 'DUPONT', matter: 'ordonnance · motif\u00a0: renouvellement' },
    ]));

  it('takes a cell in quotes with its lines and quotes, and a quote that is never closed for what it is', () => {
    expect(filled('nom;motif\nDUPONT;"une ligne\nune autre, dite ""urgente"""\nROUX;"ouvert')).toEqual([
      { familyName: 'DUPONT', matter: 'une ligne\nune autre, dite "urgente"' },
      { familyName: 'ROUX', matter: '"ouvert' },
    ]);
  });

  it('leaves a formula a text', () =>
    expect(filled('nom;motif\nDUPONT;=HYPERLINK("x")')).toEqual([
      { familyName: 'DUPONT', matter: '=HYPERLINK("x")' },
    ]));

  it.each([
    ['nothing at all', ' \n\t\n', 'empty'],
    ['titles alone', 'nom;motif\n', 'empty'],
    ['a letter', 'Bonjour,\nvoici les messages de la nuit.\nÀ demain', 'not-a-table'],
    ['a program', 'MZ\0\0;a;b', 'not-a-table'],
    ['301 lines', Array.from({ length: 301 }, (_, n) => `22:10;NOM ${n}`).join('\n'), 'too-many-lines'],
  ])('%s is refused', (_, text, code) => expect(readTable(text)).toEqual({ ok: false, code }));

  it('takes 300 lines', () =>
    expect(linesOf(Array.from({ length: 300 }, (_, n) => `22:10;NOM ${n}`).join('\n'))).toHaveLength(300));

  it('every line that is not empty is one line of the night, in its order, and none comes twice', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', '=', '1', "'", '’'), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 12 }), { minLength: 1, maxLength: 60 }),
        fc.constantFrom('\t', ';'),
        fc.constantFrom('\n', '\r\n'),
        (rows, separator, end) => {
          const written = rows.map((cells) => cells.join(separator));
          // A quoted cell may run over several lines: those are looked at one by one below.
          const plain = written.map((line) => line.replaceAll('"', 'q'));
          const wanted = plain.filter((line) => line.split(separator).some((part) => part.trim() !== ''));
          fc.pre(wanted.length > 0);
          expect(linesOf(plain.join(end)).map(({ typed }) => typed)).toEqual(wanted);
        },
      ),
    );
  });

  it('no character of a cell is lost or comes twice, quotes or not', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', 'é'), maxLength: 5 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (pairs) => {
        const text = `nom;motif\n${pairs.map((pair) => pair.map(quoted).join(';')).join('\n')}`;
        const wanted = pairs
          .map((pair) => pair.map((part) => part.trim()))
          .filter((pair) => pair.some((part) => part !== ''));
        fc.pre(wanted.length > 0 && readTable(text).ok);
        expect(linesOf(text).map(({ cells }) => [cells.familyName, cells.matter])).toEqual(wanted);
      }),
    );
  });
});
