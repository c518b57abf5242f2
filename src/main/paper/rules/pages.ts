/**
 * What the house prints for itself, over as many A4 pages as it needs: each says whose it is, of which day, printed when,
 * and which page of how many it is, for sheets are taken apart and pinned up. No letter under 10 points. Pure.
 */
import { type Paper, SPECIMEN } from '../../../contract/paper.ts';
import { blockNode } from './blocks.ts';
import { ACCENT, createPen, type Node, ruleNode, SOFT, WARNING } from './pen.ts';

const SIDE = 36;
const TOP = 84;
const HEAD = 26;
const BOTTOM = 44;
const LEAST = 10;

export const pagesLayout = (paper: Paper): Node => {
  const pen = createPen(1, LEAST);
  const { text } = pen;
  /** Read aloud once, at the beginning; drawn on every page. */
  const head = (first: boolean): Node[] => {
    const tag = (tagged: 'H1' | 'P') => (first ? tagged : null);
    return [
      {
        columns: [
          { width: '*', ...text(paper.house.name, { size: 10, colour: SOFT, tag: tag('P') }) },
          ...(paper.specimen
            ? [
                {
                  width: 'auto',
                  ...text(SPECIMEN, { size: 10, bold: true, colour: WARNING, tag: tag('P') }),
                },
              ]
            : []),
        ],
      },
      {
        columns: [
          {
            width: '*',
            ...text(paper.title, { size: 17, bold: true, tag: tag('H1'), leading: 1.2 }),
          },
          {
            width: 'auto',
            ...text(paper.dated, { size: 10, colour: SOFT, align: 'right', tag: tag('P') }),
            margin: [14, 7, 0, 0],
          },
        ],
      },
      ruleNode(pen, { colour: ACCENT, width: 1.4, side: SIDE }, { before: 4, after: 0 }),
    ];
  };
  // The first page already begins one.
  const blocks = paper.blocks.map((block, index) =>
    index === 0 && block.kind === 'table' ? { ...block, newPage: false } : block,
  );
  return {
    pageSize: 'A4',
    pageMargins: [SIDE, TOP, SIDE, BOTTOM],
    language: 'fr-FR',
    tagged: true,
    displayTitle: true,
    defaultStyle: { font: 'Inter' },
    // pdfmake draws running heads last: the first one is content, so that it is read before what it is the head of.
    header: (page: number): Node | null =>
      page === 1 ? null : { margin: [SIDE, HEAD, SIDE, 0], stack: head(false) },
    content: [
      { stack: head(true), absolutePosition: { x: SIDE, y: HEAD } },
      ...blocks.map((block) => blockNode(pen, block, SIDE)),
    ],
    footer: (page: number, pages: number): Node => ({
      margin: [SIDE, 12, SIDE, 0],
      columns: [
        { width: '*', ...text(paper.foot ?? '', { size: 10, colour: SOFT, tag: null }) },
        {
          width: 'auto',
          ...text(`page ${page} sur ${pages}`, { size: 10, colour: SOFT, align: 'right', tag: null }),
        },
      ],
    }),
  };
};
