/**
 * How a paper is set on an A4 page: plain data for pdfmake. Pure. `scale` shrinks letters and gaps together, for the
 * rare paper that would otherwise run over onto a second page.
 */
import { type Paper, SPECIMEN } from '../../../contract/paper.ts';
import { blockNode } from './blocks.ts';
import { ACCENT, createPen, type Node, ruleNode, SOFT, WARNING } from './pen.ts';

/** Room for a punch and a thumb: 2 cm at the sides, and never less than 1.4 cm when letters shrink. */
const margins = (scale: number) => {
  const between = (least: number, usual: number): number =>
    least + (usual - least) * Math.max(0, (scale - 0.6) / 0.4);
  return { side: between(40, 56), top: between(30, 48), bottom: between(46, 64) };
};

/** Tried in turn while the page runs over. The last is still read at a counter: explanations in 6.5 points. */
export const SCALES = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65] as const;

export const layout = (paper: Paper, scale: number): Node => {
  const { side, top, bottom } = margins(scale);
  const pen = createPen(scale);
  const { pt, text } = pen;
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
      ruleNode(pen, { colour: ACCENT, width: 1.4, side }, { before: 8, after: 26 }),
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
      ...paper.blocks.map((block) => blockNode(pen, block, side)),
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
