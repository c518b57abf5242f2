/** What other programs read in a PDF of ours. poppler-utils is on the list of `.ci/run`. */
import { spawnSync } from 'node:child_process';

const poppler = (program: string, args: readonly string[], pdf: Uint8Array): string => {
  const { status, stdout, stderr, error } = spawnSync(program, args, { input: pdf, encoding: 'utf8' });
  if (error) throw new Error(`${program} is missing: install poppler-utils`, { cause: error });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout;
};

/** `Pages`, `Page size`, `Tagged`… as pdfinfo names them. */
export const pdfInfo = (pdf: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    // Dates as ISO 8601: the usual form names the zone by letters that no program reads back (NZDT).
    poppler('pdfinfo', ['-isodates', '-'], pdf)
      .split('\n')
      .flatMap((line) => {
        const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value]];
      }),
  );

/** What is read from top to bottom. */
export const pdfText = (pdf: Uint8Array): string => poppler('pdftotext', ['-layout', '-', '-'], pdf);

/** What a screen reader follows: each element with its text, in order. */
export const pdfStructure = (pdf: Uint8Array): readonly string[] =>
  poppler('pdfinfo', ['-struct-text', '-'], pdf)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Fonts, each with whether it is embedded. */
export const pdfFonts = (pdf: Uint8Array): readonly { readonly name: string; readonly embedded: boolean }[] =>
  poppler('pdffonts', ['-'], pdf)
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split(/\s+/);
      return { name, embedded: rest.at(-5) === 'yes' };
    });
