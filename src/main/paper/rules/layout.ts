/**
 * How a paper is set on an A4 page: plain data for pdfmake. Pure. `scale` shrinks letters and gaps together, for the
 * rare paper that would otherwise run over onto a second page.
 */
import { type Paper, type PaperBlock, SPECIMEN } from '../../../contract/paper.ts';
import { type Run, runsOf } from './runs.ts';

/** Points. */
const A4_WIDTH = 595.28;
/** Room for a punch and a thumb: 2 cm at the sides, and never less than 1.4 cm when letters shrink. */
const margins = (scale: number) => {
  const between = (least: number, usual: number): number =>
    least + (usual - least) * Math.max(0, (scale - 0.6) / 0.4);
  return { side: between(40, 56), top: between(30, 48), bottom: between(46, 64) };
};
const INK = '#1d2528';
const SOFT = '#566165';
const LINE = '#c9c6bc';
const ACCENT = '#0d5f5a';
const WARNING = '#8f5600';

/** Tried in turn while the page runs over. The last is still read at a counter: explanations in 6.5 points. */
export const SCALES = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65] as const;

/** A node of pdfmake, as far as these papers use them. */
export type Node = { readonly [key: string]: unknown };

const FONTS: Readonly<Record<Run['subset'], string>> = {
  latin: 'Inter',
  'latin-ext': 'InterExt',
  vietnamese: 'InterVietnamese',
};

/** Each font by its files in the worker's memory: normal and semi-bold. */
export const fontFiles: Readonly<Record<string, { readonly normal: string; readonly bold: string }>> = {
  Inter: { normal: 'latin-400', bold: 'latin-600' },
  InterExt: { normal: 'latin-ext-400', bold: 'latin-ext-600' },
  InterVietnamese: { normal: 'vietnamese-400', bold: 'vietnamese-600' },
};

/** Where a piece of text stands in the structure that screen readers follow. */
export type Tag = 'H1' | 'H2' | 'P' | 'LI';

interface Style {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  /** Null for what is only drawn. */
  readonly tag?: Tag | null;
  readonly gapAfter?: number;
  readonly leading?: number;
  readonly align?: 'left' | 'right';
  /** In bold before the rest, on the same line. */
  readonly runIn?: string;
}

/** Below this, the title of a step runs in with its text: smaller letters, fewer lines. */
const RUN_IN = 0.8;

export const layout = (paper: Paper, scale: number): Node => {
  const { side, top, bottom } = margins(scale);
  const pt = (points: number): number => Math.round(points * scale * 100) / 100;

  let pieces = 0;
  const text = (content: string, style: Style): Node => {
    const piece = pieces++;
    const tag = style.tag === undefined ? 'P' : style.tag;
    const drawn = (words: string, bold: boolean): Node[] =>
      runsOf(words).map((run) => ({
        text: run.text,
        font: FONTS[run.subset],
        bold,
        ...(tag === null ? {} : { tag, piece }),
        ...(run.narrow ? { fontSize: pt(style.size) * 0.62 } : {}),
      }));
    return {
      text: [
        ...(style.runIn === undefined ? [] : drawn(`${style.runIn}. `, true)),
        ...drawn(content, style.bold ?? false),
      ],
      fontSize: pt(style.size),
      color: style.colour ?? INK,
      lineHeight: style.leading ?? 1.28,
      alignment: style.align ?? 'left',
      margin: [0, 0, 0, pt(style.gapAfter ?? 0)],
    };
  };

  const rule = (colour: string, width: number, gapBefore: number, gapAfter: number): Node => ({
    canvas: [
      { type: 'line', x1: 0, y1: 0, x2: A4_WIDTH - 2 * side, y2: 0, lineWidth: width, lineColor: colour },
    ],
    margin: [0, pt(gapBefore), 0, pt(gapAfter)],
  });

  const block = (of: PaperBlock): Node => {
    switch (of.kind) {
      case 'heading':
        return {
          stack: [text(of.text, { size: 12, bold: true, colour: ACCENT, tag: 'H2', gapAfter: 5 })],
          margin: [0, pt(8), 0, 0],
        };
      case 'paragraph':
        return text(of.text, PARAGRAPHS[of.tone]);
      case 'facts':
        return {
          table: {
            widths: [pt(112), '*'],
            body: of.rows.map(({ label, value }) => [
              text(label, { size: 10.5, colour: SOFT }),
              text(value, { size: 10.5, bold: true }),
            ]),
          },
          layout: {
            hLineWidth: (row: number) => (row === 0 || row === of.rows.length ? 0 : 0.5),
            vLineWidth: () => 0,
            hLineColor: () => LINE,
            paddingLeft: () => 0,
            paddingRight: () => 8,
            paddingTop: () => pt(4),
            paddingBottom: () => pt(3),
          },
          margin: [0, 0, 0, pt(14)],
        };
      case 'steps':
        return {
          stack: of.items.map(({ title, text: more }) => ({
            columns: [
              { width: pt(14), ...text('–', { size: 10.5, bold: true, colour: ACCENT, tag: null }) },
              {
                width: '*',
                stack:
                  more !== null && scale < RUN_IN
                    ? [text(more, { size: 10, tag: 'LI', runIn: title })]
                    : [
                        text(title, { size: 10.5, bold: true, tag: 'LI' }),
                        ...(more === null ? [] : [text(more, { size: 10, tag: 'LI' })]),
                      ],
              },
            ],
            margin: [0, 0, 0, pt(5)],
          })),
          margin: [0, 0, 0, pt(6)],
        };
      case 'signature':
        return {
          columns: [
            { width: '*', text: '' },
            {
              width: 236,
              stack: [
                text(of.label, { size: 9.5, colour: SOFT, gapAfter: 4 }),
                {
                  canvas: [
                    { type: 'rect', x: 0, y: 0, w: 236, h: pt(84), r: 5, lineWidth: 0.7, lineColor: LINE },
                  ],
                },
              ],
            },
          ],
          margin: [0, pt(14), 0, 0],
        };
    }
  };

  const { house } = paper;
  const contact = [house.address, house.phone].filter((part) => part !== null).join('  ·  ');
  return {
    pageSize: 'A4',
    pageMargins: [side, top, side, bottom],
    language: 'fr-FR',
    tagged: true,
    displayTitle: true,
    defaultStyle: { font: 'Inter' },
    content: [
      {
        columns: [
          { width: '*', ...text(house.name, { size: 13, bold: true, gapAfter: 1 }) },
          ...(paper.specimen
            ? [{ width: 'auto', ...text(SPECIMEN, { size: 9.5, bold: true, colour: WARNING }) }]
            : []),
        ],
      },
      ...(contact === '' ? [] : [text(contact, { size: 9.5, colour: SOFT })]),
      rule(ACCENT, 1.4, 8, 26),
      {
        columns: [
          { width: '*', ...text(paper.title, { size: 21, bold: true, tag: 'H1', leading: 1.15 }) },
          {
            width: 'auto',
            ...text(paper.dated, { size: 10, colour: SOFT, align: 'right' }),
            margin: [pt(16), pt(9), 0, 0],
          },
        ],
        margin: [0, 0, 0, pt(18)],
      },
      ...paper.blocks.map(block),
    ],
    ...(paper.foot === null
      ? {}
      : {
          footer: {
            ...text(paper.foot, { size: 8, colour: SOFT, leading: 1.25 }),
            margin: [side, 20, side, 0],
          },
        }),
  };
};

const PARAGRAPHS: Readonly<Record<(PaperBlock & { kind: 'paragraph' })['tone'], Style>> = {
  lead: { size: 11.5, gapAfter: 14, leading: 1.42 },
  plain: { size: 10.5, gapAfter: 9, leading: 1.36 },
  quiet: { size: 9, colour: SOFT, gapAfter: 6, leading: 1.32 },
};
