/**
 * Looks for words in every file of a folder, in the encodings that a program may leave them in. To be run from a
 * process that has none of these files open: see core's lock.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Trace {
  readonly file: string;
  readonly word: string;
}

const spellings = (word: string): Buffer[] =>
  [
    Buffer.from(word, 'utf8'),
    Buffer.from(word.normalize('NFD'), 'utf8'),
    Buffer.from(word, 'latin1'),
    Buffer.from(word, 'utf16le'),
    // As JSON and URLs write it.
    Buffer.from(
      JSON.stringify(word)
        .slice(1, -1)
        .replaceAll(/[\u0080-\uffff]/g, escaped),
      'latin1',
    ),
    Buffer.from(encodeURIComponent(word), 'latin1'),
    // Base64 depends on what stands before: the middle of the three phases is common to all that hold the word.
    ...[0, 1, 2].map((phase) => {
      const text = Buffer.concat([Buffer.alloc(phase), Buffer.from(word, 'utf8')]).toString('base64');
      return Buffer.from(text.slice(4, text.length - 4), 'latin1');
    }),
  ].filter((bytes) => bytes.length >= 8);

/** As typed, and as names are stored to be sorted and searched: capitals, small letters, accents taken off. */
const variants = (word: string): string[] => {
  const bare = word.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return [...new Set([word, bare].flatMap((w) => [w, w.toUpperCase(), w.toLowerCase()]))];
};

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

/** @param words at least 8 characters each, or chance alone finds them in encrypted bytes */
export const tracesIn = (folder: string, words: readonly string[]): Trace[] => {
  const wanted = words.flatMap((word) => {
    if (word.length < 8) throw new Error(`too short to mean anything: ${word}`);
    return variants(word).flatMap((variant) => spellings(variant).map((bytes) => ({ word, bytes })));
  });
  return filesIn(folder).flatMap((file) => {
    const content = readFileSync(join(folder, file));
    const found = wanted.filter(({ bytes }) => content.includes(bytes));
    return [...new Set(found.map(({ word }) => word))].map((word) => ({ file, word }));
  });
};
