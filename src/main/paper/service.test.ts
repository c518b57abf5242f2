import { describe, expect, it } from 'vitest';
import { pdfFonts, pdfInfo, pdfStructure, pdfText } from '../../../tests/support/poppler.ts';
import type { Paper } from '../../contract/paper.ts';
import { makePdf, PaperError, pdfOrRefusal } from './service.ts';

const NOON = Date.UTC(2026, 10, 23, 11);

const paperWith = (given: Partial<Paper> = {}): Paper => ({
  title: 'Attestation de démarche',
  house: {
    name: 'Maison des Tilleuls',
    address: '1 rue Fictive',
    phone: '01\u00a099\u00a000\u00a000\u00a010',
  },
  dated: 'Lundi 23 novembre 2026',
  blocks: [
    { kind: 'facts', rows: [{ label: 'Personne', value: 'DUPONT Marie' }] },
    { kind: 'paragraph', tone: 'lead', text: 'Le Dr Fictif n’a pas pu vous accueillir.' },
    { kind: 'heading', text: 'Vos démarches' },
    { kind: 'steps', items: [{ title: 'Votre CPAM', text: 'Au 36\u00a046.' }] },
    { kind: 'signature', label: 'Cachet et signature' },
  ],
  foot: 'Ce papier ne dit rien de votre santé.',
  specimen: false,
  ...given,
});

const saying = (text: string): Paper => paperWith({ blocks: [{ kind: 'paragraph', tone: 'plain', text }] });

describe('a paper as a PDF', () => {
  it('is one tagged A4 page in French, with its own fonts', async () => {
    const pdf = await makePdf(paperWith(), NOON);
    expect(pdfInfo(pdf)).toMatchObject({
      Pages: '1',
      'Page size': '595.28 x 841.89 pts (A4)',
      Tagged: 'yes',
    });
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (fr-FR)');
    expect(pdfFonts(pdf).map(({ embedded }) => embedded)).toEqual([true, true]);
  });

  it('names nobody in its properties: its title, the house, the hour of the desk', async () => {
    const info = pdfInfo(await makePdf(paperWith(), NOON));
    expect(info).toMatchObject({
      Title: 'Attestation de démarche',
      Author: 'Maison des Tilleuls',
      Creator: 'Parvis',
      Producer: 'Parvis',
    });
    expect(Date.parse(info['CreationDate'] ?? '')).toBe(NOON);
    expect(JSON.stringify(info)).not.toMatch(/dupont/i);
  });

  it('keeps accents, ligatures, quotation marks, the euro and narrow no-break spaces', async () => {
    const text =
      'Œuvre, cœur, «\u00a0été\u00a0», l’âge, 12\u00a0€, le 1ᵉʳ mars\u202f; vraiment\u202f? oui\u202f! Ça va… à\u00a08\u00a0h\u00a030';
    const read = pdfText(await makePdf(saying(text), NOON));
    expect(read.replaceAll(/\s+/g, ' ')).toContain(text.replaceAll(/\s+/g, ' '));
  });

  it('never starts a line with a sign that belongs to the word before', async () => {
    const blocks = Array.from({ length: 24 }, (_, more) => ({
      kind: 'paragraph' as const,
      tone: 'plain' as const,
      text: `${'a '.repeat(46 + more)}mot\u202f!`,
    }));
    const lines = pdfText(await makePdf(paperWith({ blocks }), NOON)).split('\n');
    expect(lines.filter((line) => /^\s*!/.test(line))).toEqual([]);
    // Six of them end with « mot ! » on a line of its own, or after a few letters.
    expect(lines.filter((line) => /^\s*(a\s){0,4}mot\s!$/.test(line)).length).toBe(6);
  });

  it('writes the names of people from elsewhere, and never a hole', async () => {
    const read = pdfText(await makePdf(saying('Šimůnek, Łucja, Nguyễn Ấn, Ștefan, 😀 李'), NOON));
    expect(read).toContain('Šimůnek, Łucja, Nguyễn Ấn, Ștefan, ? ?');
  });

  it('is followed by a screen reader: title, headings, lines, and no decoration', async () => {
    expect(pdfStructure(await makePdf(paperWith(), NOON))).toEqual([
      'Document',
      'P (block)',
      '"Maison des Tilleuls"',
      'P (block)',
      '"1 rue Fictive  ·  01\u00a099\u00a000\u00a000\u00a010"',
      'H1 (block)',
      '"Attestation de démarche"',
      'P (block)',
      '"Lundi 23 novembre 2026"',
      'P (block)',
      '"Personne"',
      'P (block)',
      '"DUPONT Marie"',
      'P (block)',
      '"Le Dr Fictif n’a pas pu vous accueillir."',
      'H2 (block)',
      '"Vos démarches"',
      'LI (block)',
      '"Votre CPAM"',
      'LI (block)',
      '"Au 36\u00a046."',
      'P (block)',
      '"Cachet et signature"',
      'P (block)',
      '"Ce papier ne dit rien de votre santé."',
    ]);
  });

  it('says at the top when the house is fictitious', async () => {
    expect(pdfText(await makePdf(paperWith({ specimen: true }), NOON))).toMatch(/Spécimen\s: maison fictive/);
    expect(pdfText(await makePdf(paperWith(), NOON))).not.toContain('Spécimen');
  });

  it('shrinks to stay on one page, and is refused rather than cut when nothing helps', async () => {
    const steps = (count: number): Paper =>
      paperWith({
        blocks: Array.from({ length: Math.ceil(count / 20) }, () => ({
          kind: 'steps' as const,
          items: Array.from({ length: Math.min(count, 20) }, () => ({
            title: 'Une démarche',
            text: 'x '.repeat(120),
          })),
        })),
      });
    const pdf = await makePdf(steps(12), NOON);
    expect(pdfInfo(pdf)['Pages']).toBe('1');
    expect(pdfText(pdf).match(/Une démarche/g)?.length).toBe(12);
    await expect(makePdf(steps(40), NOON)).rejects.toMatchObject({ why: 'too-long' });
    await expect(pdfOrRefusal(steps(40), NOON)).rejects.toMatchObject({ code: 'PAPER_TOO_LONG' });
  });

  it('over several pages says on each one whose it is and which, repeats the columns, and cuts no line in two', async () => {
    const rows = Array.from({ length: 70 }, (_, at) => ({
      cells: [`ligne ${at}`, 'sur deux lignes '.repeat(5)],
      tone: 'plain' as const,
    }));
    const pdf = await makePdf(
      paperWith({
        flow: 'pages',
        blocks: [
          {
            kind: 'table',
            caption: 'Dr Fictif',
            note: 'toute la journée',
            columns: [
              { label: 'Heure', share: 20 },
              { label: 'Nom', share: 30 },
            ],
            rows,
            newPage: true,
          },
        ],
      }),
      NOON,
    );
    const pages = pdfText(pdf).split('\f').slice(0, -1);
    expect(pages.length).toBe(5);
    pages.forEach((page, at) => {
      for (const said of [
        'Maison des Tilleuls',
        'Attestation de démarche',
        'Lundi 23 novembre 2026',
        'Dr Fictif',
      ])
        expect([at, page.includes(said)]).toEqual([at, true]);
      expect(page).toMatch(/Heure\s+Nom/);
      expect(page).toContain(`page ${at + 1} sur 5`);
      expect(page.match(/sur deux lignes/g)?.length).toBe(5 * (page.match(/ligne \d+/g)?.length ?? 0));
    });
    expect(pdfText(pdf).match(/ligne \d+/g)?.length).toBe(70);
  });

  it('as a table is followed line by line by a screen reader, its head read once', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({
      cells: at === 0 ? ['8:30', 'libre'] : ['9:00', 'FICTIVE Alma', 'Consultation'],
      tone: 'plain' as const,
    }));
    const columns = ['Heure', 'Nom', 'Motif'].map((label) => ({ label, share: 30 }));
    const table = { kind: 'table' as const, caption: 'Dr Fictif', note: null, columns, rows, newPage: false };
    const read = pdfStructure(await makePdf(paperWith({ flow: 'pages', blocks: [table] }), NOON));
    expect(read.slice(read.indexOf('Table (block)'), read.indexOf('"Consultation"') + 1)).toEqual([
      'Table (block)',
      'TR',
      'TH',
      '"Dr Fictif"',
      'TR',
      'TH',
      '"Heure"',
      'TH',
      '"Nom"',
      'TH',
      '"Motif"',
      'TR',
      'TD',
      '"8:30"',
      'TD',
      '"libre"',
      'TR',
      'TD',
      '"9:00"',
      'TD',
      '"FICTIVE Alma"',
      'TD',
      '"Consultation"',
    ]);
    expect(read.indexOf('H1 (block)')).toBeLessThan(read.indexOf('Table (block)'));
    expect(read.filter((line) => line === '"Dr Fictif"' || line === 'H1 (block)').length).toBe(2);
  });

  it('that cannot be set says why for the log, never what it was about', async () => {
    const broken = { ...paperWith(), blocks: [{ kind: 'paragraph', tone: 'none', text: 'Marie' }] };
    const failure = await makePdf(broken as unknown as Paper, NOON).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PaperError);
    expect((failure as PaperError).why).toBe('failed');
    expect((failure as PaperError).message).not.toContain('Marie');
  });
});
