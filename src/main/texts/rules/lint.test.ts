import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, TEXT_KEYS } from './catalogue.ts';
import { lint } from './lint.ts';

/** The published lists: what is written there is what is tested. */
const spec = readFileSync(join(import.meta.dirname, '../../../../docs/spec/texts.md'), 'utf8');
const listed = (heading: string): string[] => {
  const [, after = ''] = spec.split(`### ${heading}\n`);
  const [section = ''] = after.split('\n#');
  return [...section.matchAll(/^- « (.*?) »(?: — .*)?$/gmu)].map(([, phrase = '']) =>
    phrase.replaceAll(' ⏎ ', '\n'),
  );
};
const refused = listed('Refused');
const accepted = listed('Accepted');

const bare = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '');
const VARIANTS: readonly (readonly [name: string, vary: (text: string) => string])[] = [
  ['as it stands', (text) => text],
  ['in capitals', (text) => text.toLocaleUpperCase('fr-FR')],
  ['without accents', bare],
  ['decomposed', (text) => text.normalize('NFD')],
  [
    'with straight apostrophes and plain spaces',
    (text) => text.replaceAll('’', "'").replaceAll(/[\u00a0\u202f]/gu, ' '),
  ],
  ['with no-break spaces', (text) => text.replaceAll(/ (?=[:;!?])/gu, '\u202f')],
];

describe('a text that turns a protected group away', () => {
  it('is tried on lists that are published', () => {
    expect([refused.length, accepted.length]).toEqual([63, 37]);
  });

  it.each(refused)('is stopped: %s', (phrase) => {
    for (const [name, vary] of VARIANTS) expect([name, lint(vary(phrase)).length > 0]).toEqual([name, true]);
  });

  it('is stopped in the middle of a text, and the words at fault are shown where they stand', () => {
    const text = 'Bonjour. Nous ne prenons plus d’Aide médicale d’État\u202f; merci.';
    expect(lint(text)).toEqual([
      { ground: 'coverage', words: 'Aide médicale d’État', at: text.indexOf('Aide'), length: 20 },
    ]);
    for (const phrase of refused)
      for (const { words, at, length } of lint(phrase)) expect(phrase.slice(at, at + length)).toBe(words);
  });

  it('is stopped whatever stands before and after it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...refused),
        fc.constantFrom(...TEXT_KEYS),
        fc.constantFrom(...TEXT_KEYS),
        (phrase, before, after) =>
          lint(`${CATALOGUE[before].text}\n${phrase}\n${CATALOGUE[after].text}`).length > 0,
      ),
    );
  });

  it('is stopped when letters are parted by what nobody sees', () => {
    for (const phrase of refused) {
      const parted = [...phrase].join('\u200b');
      expect([phrase, lint(parted).length > 0]).toEqual([phrase, true]);
    }
  });
});

describe('a text that turns nobody away', () => {
  it.each(accepted)('passes: %s', (phrase) => {
    // « âme » and « AME » are the same letters once the accent is gone.
    for (const [name, vary] of VARIANTS)
      if (!(phrase.includes('âme') && name !== 'as it stands'))
        expect([name, lint(vary(phrase))]).toEqual([name, []]);
  });

  it('is each one that Parvis brings', () => {
    for (const key of TEXT_KEYS) expect([key, lint(CATALOGUE[key].text)]).toEqual([key, []]);
  });

  it('is any two of them side by side', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXT_KEYS),
        fc.constantFrom(...TEXT_KEYS),
        (one, other) => lint(`${CATALOGUE[one].text} ${CATALOGUE[other].text}`).length === 0,
      ),
    );
  });
});

describe('what the lint does not see', () => {
  it.each(listed('Known misses'))('is written down as a miss: %s', (phrase) => {
    expect(lint(phrase)).toEqual([]);
  });

  it.each(listed('Known false alarms'))('and what it stops for nothing: %s', (phrase) => {
    expect(lint(phrase).length).toBeGreaterThan(0);
  });

  it('is never empty, so that nobody takes the net for a judge', () => {
    expect([listed('Known misses').length, listed('Known false alarms').length]).toEqual([13, 5]);
  });
});
