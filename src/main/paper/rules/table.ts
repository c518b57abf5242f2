/**
 * A table that may run over several pages: its caption and the labels of its columns stand again at the head of each, and
 * no line is cut in two. Pure.
 */
import type { PaperTable } from '../../../contract/paper.ts';
import { A4_WIDTH, ACCENT, INK, LINE, type Node, type Pen, SOFT } from './pen.ts';

const HEADS = 2;
const BETWEEN = 8;
/** Hardly darker than the paper, so that a copier does not make it grey. */
const APART = '#eef3f1';

export const tableNode = (pen: Pen, of: PaperTable, side: number): Node => {
  const { pt, text } = pen;
  const table = pen.table();
  const wide = A4_WIDTH - 2 * side;
  const shares = of.columns.reduce((sum, { share }) => sum + share, 0);
  const spanned = (first: Node): Node[] => [
    { ...first, colSpan: of.columns.length },
    ...of.columns.slice(1).map(() => ({})),
  ];
  const caption = spanned({
    stack: [
      text(of.caption, { size: 13, bold: true, tag: 'TH', cell: { table, row: 0 } }),
      ...(of.note === null
        ? []
        : [text(of.note, { size: 10, colour: SOFT, tag: 'TH', cell: { table, row: 0 } })]),
    ],
  });
  const labels = of.columns.map(({ label }) =>
    text(label, { size: 10, colour: SOFT, tag: 'TH', cell: { table, row: 1 } }),
  );
  const rows = of.rows.map(({ cells, tone }, index) => {
    const cell = { table, row: index + HEADS };
    if (tone === 'apart')
      return spanned({
        ...text(cells[0] ?? '', { size: 10.5, bold: true, tag: 'TH', cell }),
        fillColor: APART,
      });
    const last = cells.length - 1;
    const rest = of.columns.length - last;
    const colour = tone === 'open' ? ACCENT : tone === 'quiet' ? SOFT : INK;
    const drawn = cells.map((content, at) =>
      text(content, { size: 10, bold: at === 0 || tone === 'open', colour, tag: 'TD', cell }),
    );
    return [
      ...drawn.slice(0, last),
      { ...drawn[last], colSpan: rest },
      ...Array.from({ length: rest - 1 }, () => ({})),
    ];
  });
  return {
    table: {
      headerRows: HEADS,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: of.columns.map(({ share }) => (wide * share) / shares - BETWEEN),
      body: [caption, labels, ...rows],
    },
    layout: {
      hLineWidth: (line: number) => (line === 0 ? 0 : line === 1 ? 0 : line === HEADS ? 1 : 0.5),
      vLineWidth: () => 0,
      hLineColor: (line: number) => (line === HEADS ? ACCENT : LINE),
      paddingLeft: () => 0,
      paddingRight: () => BETWEEN,
      paddingTop: () => pt(3.5),
      paddingBottom: () => pt(2.5),
    },
    margin: [0, 0, 0, pt(18)],
    ...(of.newPage ? { pageBreak: 'before' } : {}),
  };
};
