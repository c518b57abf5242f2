/**
 * French typography of whatever may reach the screen: a narrow no-break space before ; ! ?, a no-break space before : and
 * inside « », typographic apostrophes. Only strings, templates and JSX text are looked at, never code or comments.
 */
import { lineAt, type Node, parsed, walk } from '../source.ts';

export interface Fault {
  readonly file: string;
  readonly line: number;
  /** Offsets in the source, and what should stand there. */
  readonly start: number;
  readonly end: number;
  readonly right: string;
  readonly what: string;
}

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

/** Each catches the wrong characters in its first group. A sign that a letter follows belongs to an address or a pattern. */
const RULES: readonly { readonly wrong: RegExp; readonly right: string; readonly what: string }[] = [
  {
    wrong: /(?<=^|[\p{L}\p{N}»)’…%}])([ \u00a0])(?=[;!?](?:[\s»)`]|\$\{|$))/dgu,
    right: NARROW,
    what: 'an ordinary space before ; ! or ?',
  },
  {
    wrong: /(?<=^|[\p{L}\p{N}»)’…%}])([ \u202f])(?=[:%](?:[\s.,;)`]|\$\{|$))/dgu,
    right: NO_BREAK,
    what: 'an ordinary space before a colon or a per cent',
  },
  { wrong: /(?<=«)([ \u202f])/dgu, right: NO_BREAK, what: 'an ordinary space after «' },
  { wrong: /([ \u202f])(?=»)/dgu, right: NO_BREAK, what: 'an ordinary space before »' },
  { wrong: /(?<=«)()(?=[\p{L}\p{N}$])/dgu, right: NO_BREAK, what: 'no space after «' },
  { wrong: /(?<=[\p{L}\p{N}.?!…}])()(?=»)/dgu, right: NO_BREAK, what: 'no space before »' },
  {
    wrong: /(?<=\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|aujourd|presqu))(')(?=[\p{L}«])/dgiu,
    right: '’',
    what: 'a typewriter’s apostrophe',
  },
  { wrong: /(\.\.\.)(?=[\s`]|$)/dgu, right: '…', what: 'three dots' },
];

/** SQL has its own question marks and quotes. */
const isSql = (text: string): boolean =>
  /\b(?:SELECT|INSERT|UPDATE|DELETE|VALUES|WHERE|LIMIT|PRAGMA|CREATE|VACUUM)\b/.test(text);

/** The written text of a node, without its quotes: escapes stay as they are, and count as no ordinary space. */
const written = (node: Node, source: string): { readonly start: number; readonly text: string } | null => {
  const whole = source.slice(node.start, node['end'] as number);
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? { start: node.start + 1, text: whole.slice(1, -1) } : null;
    case 'JSXText':
    case 'TemplateElement':
      return { start: node.start, text: whole };
    default:
      return null;
  }
};

/** @returns what to mend in one file, in the order of the file */
export const typographyFaults = (file: string, source: string): Fault[] => {
  const program = parsed(file, source);
  if (typeof program === 'string') return [];
  const faults: Fault[] = [];
  for (const node of walk(program)) {
    const piece = written(node, source);
    if (piece === null || isSql(piece.text)) continue;
    for (const { wrong, right, what } of RULES)
      for (const { indices } of piece.text.matchAll(wrong)) {
        const [from, to] = indices?.[1] ?? [0, 0];
        const start = piece.start + from;
        faults.push({ file, line: lineAt(source, start), start, end: piece.start + to, right, what });
      }
  }
  return faults.sort((a, b) => a.start - b.start);
};

export const mended = (source: string, faults: readonly Fault[]): string =>
  faults.reduceRight((text, { start, end, right }) => text.slice(0, start) + right + text.slice(end), source);
