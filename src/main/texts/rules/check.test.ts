import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_MAX } from '../../../contract/texts.ts';
import { CATALOGUE, SAMPLES, TEXT_KEYS } from './catalogue.ts';
import { problemsOf, tidy } from './check.ts';
import { fill, PlaceError, placesIn } from './places.ts';

const key = fc.constantFrom(...TEXT_KEYS);
const kinds = (text: string, of: (typeof TEXT_KEYS)[number] = 'say.unavailable') =>
  problemsOf(of, text).map((problem) => problem.kind);

describe('the texts that Parvis brings', () => {
  it.each(TEXT_KEYS)('%s has nothing to be reproached with, and is already tidy', (one) => {
    expect(problemsOf(one, CATALOGUE[one].text)).toEqual([]);
    expect(tidy(CATALOGUE[one].text)).toBe(CATALOGUE[one].text);
  });

  it.each(TEXT_KEYS)('%s is filled without a hole', (one) => {
    expect(fill(CATALOGUE[one].text, SAMPLES)).not.toMatch(/[{}]|undefined| {2}/);
  });

  it('name each place that they must keep, and no other', () => {
    for (const one of TEXT_KEYS) {
      const { required, optional, text } = CATALOGUE[one];
      const named = placesIn(text).map(({ name }) => name);
      expect([one, required.filter((name) => !named.includes(name))]).toEqual([one, []]);
      expect([
        one,
        named.filter((name) => ![...required, ...optional].some((known) => known === name)),
      ]).toEqual([one, []]);
    }
  });

  it('are written with French spaces and apostrophes', () => {
    for (const one of TEXT_KEYS)
      expect([one, CATALOGUE[one].text]).toEqual([one, expect.not.stringMatching(/'| [:;!?»]|« /)]);
  });
});

describe('a place', () => {
  it('that nobody fills, or fills with nothing, is an error and never a hole', () => {
    expect(() => fill('Bonjour {praticien}', {})).toThrow(PlaceError);
    expect(() => fill('Bonjour {praticien}', { praticien: '  ' })).toThrow(PlaceError);
    expect(() => fill('Bonjour {toString}', {})).toThrow(PlaceError);
    expect(() => fill('Bonjour {praticien', { praticien: 'x' })).toThrow(PlaceError);
    expect(fill('Bonjour {praticien}', { praticien: 'le Dr Fictif', autre: 'x' })).toBe(
      'Bonjour le Dr Fictif',
    );
  });

  it('is filled once: braces in a value are words like others', () => {
    expect(fill('{a} et {b}', { a: '{b}', b: 'fin' })).toBe('{b} et fin');
  });

  it('filled or refused, a text never keeps a brace of its own', () => {
    fc.assert(
      fc.property(fc.string(), fc.dictionary(fc.string(), fc.constant('valeur')), (text, values) => {
        try {
          return !/[{}]/.test(fill(text, values));
        } catch (error) {
          return error instanceof PlaceError;
        }
      }),
    );
  });
});

describe('a wording of the house', () => {
  it('says all that is wrong with it at once, and where', () => {
    const text = 'Aucun médecin {nom} : pas de CMU, voyez le médiateur }';
    expect(problemsOf('say.unavailable', text)).toEqual([
      { kind: 'broken-place', words: '}', at: 53, length: 1 },
      { kind: 'unknown-place', words: '{nom}', at: 14, length: 5 },
      { kind: 'missing-place', words: '{Praticien}' },
      { kind: 'says-nobody', words: 'Aucun médecin', at: 0, length: 13 },
      { kind: 'mediator', words: 'médiateur', at: 43, length: 9 },
      { kind: 'protected', ground: 'coverage', words: 'CMU', at: 29, length: 3 },
    ]);
  });

  it('cannot be empty, nor longer than the paper has room for', () => {
    expect(kinds(' \n ')).toEqual(['empty']);
    expect(kinds(`{Praticien} ${'a'.repeat(TEXT_MAX.say)}`)).toEqual(['too-long']);
  });

  it.each([
    'Aucun praticien ne prend de patients.',
    'Tous nos médecins sont complets.',
    'Personne ne prend de nouveaux patients.',
    'Il n’y a plus un seul médecin.',
    'AUCUN DE NOS MÉDECINS',
  ])('never speaks for the whole house: %s', (text) => {
    expect(kinds(`{Praticien}. ${text}`)).toContain('says-nobody');
  });

  it('sends nobody to the mediator to find a médecin traitant; whoever feels discriminated against, yes', () => {
    expect(kinds('Écrivez à la médiatrice de la CPAM.', 'step.cpam.doctor')).toEqual(['mediator']);
    expect(kinds('Écrivez au médiateur de la CPAM.', 'recourse.order')).toEqual([]);
  });

  it('loses nothing but spaces when it is tidied, and is then tidy', () => {
    const marks = /[\s\u00a0\u202f'’]/gu;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const kept = tidy(typed);
        expect(tidy(kept)).toBe(kept);
        expect(kept.replaceAll(marks, '')).toBe(typed.normalize('NFC').replaceAll(marks, ''));
      }),
    );
    expect(tidy("  C'est  complet !\nÀ bientôt : « oui » ")).toBe(
      'C’est complet\u202f! À bientôt\u00a0: «\u00a0oui\u00a0»',
    );
  });

  it('without one of its places is refused for that place', () => {
    fc.assert(
      fc.property(key, (one) => {
        for (const name of CATALOGUE[one].required) {
          const without = CATALOGUE[one].text.replaceAll(`{${name}}`, 'quelqu’un');
          expect(problemsOf(one, without)).toContainEqual({ kind: 'missing-place', words: `{${name}}` });
        }
      }),
    );
  });
});
