/**
 * A paper that somebody takes away, described once: the desk makes a PDF of it, the screen a printed sheet, and
 * `paperText` the same as plain text. What is handed to a patient fits one A4 page, always; what the house prints for
 * itself (`flow`) runs over as many as it needs, each with its head, and never in small letters.
 */
import * as z from 'zod';

/** Sizes of one page: what is longer is refused by the desk rather than cut. */
const line = z.string().min(1).max(320);
const sentences = z.string().min(1).max(1200);

/**
 * `open`: time that nobody has, to be seen at a glance. `quiet`: there, and nothing to be done about it. `apart`: a title
 * among the lines, over their whole width.
 */
const TableRow = z.object({
  /** Fewer than the columns: the last stands over the rest of them. */
  cells: z.array(z.string().max(1200)).min(1).max(8),
  tone: z.enum(['plain', 'open', 'quiet', 'apart']),
});

export const PaperTable = z.object({
  kind: z.literal('table'),
  /** Repeated with the columns' labels at the head of each page that the table runs over. */
  caption: line,
  /** Beside the caption: « absent de 14 h à 16 h ». */
  note: sentences.nullable(),
  /** Shares of the width, in hundredths. The first is written in bold. */
  columns: z
    .array(z.object({ label: z.string().max(40), share: z.int().min(4).max(100) }))
    .min(1)
    .max(8),
  rows: z.array(TableRow).max(2000),
  /** Begins a page of its own, to be handed to somebody. */
  newPage: z.boolean(),
});
export type PaperTable = z.infer<typeof PaperTable>;

export const PaperBlock = z.discriminatedUnion('kind', [
  /** `lead`: the sentence for which the paper exists. `quiet`: what only some readers need. */
  z.object({ kind: z.literal('paragraph'), text: sentences, tone: z.enum(['lead', 'plain', 'quiet']) }),
  z.object({ kind: z.literal('heading'), text: line }),
  /** Label and value, side by side. */
  z.object({ kind: z.literal('facts'), rows: z.array(z.object({ label: line, value: sentences })).max(12) }),
  z.object({
    kind: z.literal('steps'),
    items: z.array(z.object({ title: line, text: sentences.nullable() })).max(24),
  }),
  /** Room to sign or to stamp, always at the foot of what comes before. */
  z.object({ kind: z.literal('signature'), label: line }),
  PaperTable,
]);
export type PaperBlock = z.infer<typeof PaperBlock>;

export const Paper = z.object({
  /** Also the title in the PDF's properties, where nobody is ever named. */
  title: line,
  house: z.object({ name: line, address: line.nullable(), phone: line.nullable() }),
  /** « Le lundi 23 novembre 2026 » */
  dated: line,
  blocks: z.array(PaperBlock).max(120),
  /** At the very bottom, small. */
  foot: sentences.nullable(),
  /** The fictitious house says so: what it hands out attests nothing. */
  specimen: z.boolean(),
  /** Over several pages, at 10 points or more. Without it: one page, with smaller letters when it must be. */
  flow: z.literal('pages').optional(),
});
export type Paper = z.infer<typeof Paper>;

/** A paper ready to be handed over, in every form. */
export const HandedPaper = z.object({
  paper: Paper,
  /** The same, to copy. */
  text: z.string(),
  /** One A4 page, base64. */
  pdf: z.base64(),
  /** Without extension, and without anybody's name. */
  fileName: z.string(),
});
export type HandedPaper = z.infer<typeof HandedPaper>;

const blockText = (block: PaperBlock): string => {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return block.text;
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}\u00a0: ${value}`).join('\n');
    case 'steps':
      return block.items
        .map(({ title, text }) => (text === null ? `– ${title}` : `– ${title}. ${text}`))
        .join('\n');
    case 'signature':
      return `${block.label}\u00a0:`;
    case 'table':
      return [
        block.note === null ? block.caption : `${block.caption} (${block.note})`,
        ...block.rows.map(({ cells }) => cells.filter((cell) => cell !== '').join(' · ')),
      ].join('\n');
  }
};

/** The same as plain text: to copy into a message or a file. A blank line between blocks, none after a heading. */
export const paperText = (paper: Paper): string => {
  const { house } = paper;
  const head = [house.name, house.address, house.phone].filter((part) => part !== null).join('\n');
  const specimen = paper.specimen ? [SPECIMEN] : [];
  const body = paper.blocks.map(
    (block, index) =>
      `${index === 0 ? '' : paper.blocks[index - 1]?.kind === 'heading' ? '\n' : '\n\n'}${blockText(block)}`,
  );
  const foot = paper.foot === null ? [] : [paper.foot];
  return `${[head, ...specimen, paper.title.toLocaleUpperCase('fr-FR'), paper.dated, body.join(''), ...foot].join('\n\n')}\n`;
};

export const SPECIMEN = 'Spécimen\u00a0: maison fictive';
