/** A list as a file that a French spreadsheet opens: semicolons, UTF-8 with its mark, and nothing in it that runs. */

/** A spreadsheet runs what begins so. A number with its + is one too: the apostrophe makes all of them plain text. */
const DANGEROUS = /^[=+\-@\t\r\n＝＋－＠]/u;

const cell = (text: string): string => {
  const plain = DANGEROUS.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

const BOM = '\uFEFF';

/** @param lines the header first */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  `${BOM}${lines.map((line) => `${line.map(cell).join(';')}\r\n`).join('')}`;
