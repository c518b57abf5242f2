/** How letters are put on paper: fonts, colours, and where each piece stands for a screen reader. Pure. */
import { type Run, runsOf } from './runs.ts';

/** A node of pdfmake, as far as these papers use them. */
export type Node = { readonly [key: string]: unknown };

/** Points. */
export const A4_WIDTH = 595.28;

export const INK = '#1d2528';
export const SOFT = '#566165';
export const LINE = '#c9c6bc';
export const ACCENT = '#0d5f5a';
export const WARNING = '#8f5600';

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
export type Tag = 'H1' | 'H2' | 'P' | 'LI' | 'TH' | 'TD';

export interface Style {
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
  /** For a cell: the table and the line of it that it belongs to. */
  readonly cell?: { readonly table: number; readonly row: number };
}

export interface Pen {
  /** The scale that everything is drawn at. */
  readonly scale: number;
  pt(points: number): number;
  text(content: string, style: Style): Node;
  /** A number of its own for each table. */
  table(): number;
}

/** @param least in points: no letter is drawn smaller, whatever its style says */
export const createPen = (scale: number, least = 0): Pen => {
  const pt = (points: number): number => Math.round(points * scale * 100) / 100;
  let pieces = 0;
  let tables = 0;
  return {
    scale,
    pt,
    table: () => tables++,
    text: (content, style) => {
      const piece = pieces++;
      const tag = style.tag === undefined ? 'P' : style.tag;
      const size = Math.max(least, pt(style.size));
      const drawn = (words: string, bold: boolean): Node[] =>
        runsOf(words).map((run) => ({
          text: run.text,
          font: FONTS[run.subset],
          bold,
          ...(tag === null
            ? {}
            : { tag, piece, ...(style.cell ? { inTable: style.cell.table, inRow: style.cell.row } : {}) }),
          ...(run.narrow ? { fontSize: size * 0.62 } : {}),
        }));
      return {
        text: [
          ...(style.runIn === undefined ? [] : drawn(`${style.runIn}. `, true)),
          ...drawn(content, style.bold ?? false),
        ],
        fontSize: size,
        color: style.colour ?? INK,
        lineHeight: style.leading ?? 1.28,
        alignment: style.align ?? 'left',
        margin: [0, 0, 0, pt(style.gapAfter ?? 0)],
      };
    },
  };
};

/** A line over the whole width between the margins. */
export const ruleNode = (
  { pt }: Pen,
  of: { readonly colour: string; readonly width: number; readonly side: number },
  gaps: { readonly before: number; readonly after: number },
): Node => ({
  canvas: [
    {
      type: 'line',
      x1: 0,
      y1: 0,
      x2: A4_WIDTH - 2 * of.side,
      y2: 0,
      lineWidth: of.width,
      lineColor: of.colour,
    },
  ],
  margin: [0, pt(gaps.before), 0, pt(gaps.after)],
});
