/** Each block of a paper as pdfmake draws it. Pure. */
import type { PaperBlock } from '../../../contract/paper.ts';
import { ACCENT, LINE, type Node, type Pen, SOFT, type Style } from './pen.ts';
import { tableNode } from './table.ts';

/** Below this, the title of a step runs in with its text: smaller letters, fewer lines. */
const RUN_IN = 0.8;

const PARAGRAPHS: Readonly<Record<(PaperBlock & { kind: 'paragraph' })['tone'], Style>> = {
  lead: { size: 11.5, gapAfter: 14, leading: 1.42 },
  plain: { size: 10.5, gapAfter: 9, leading: 1.36 },
  quiet: { size: 9, colour: SOFT, gapAfter: 6, leading: 1.32 },
};

/** @param side of the page's margins, in points */
export const blockNode = (pen: Pen, of: PaperBlock, side: number): Node => {
  const { pt, text, scale } = pen;
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
    case 'table':
      return tableNode(pen, of, side);
  }
};
