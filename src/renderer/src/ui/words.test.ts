import { describe, expect, it } from 'vitest';
import { beginWords, wordsOf } from './words.ts';

describe('what is typed begins the words', () => {
  const people = ['Dr Octave Clairval', 'Mme Nine Valdor', 'M. Étienne Le Gall'];
  const found = (typed: string) => people.filter((name) => beginWords(name, typed));

  it('finds Valdor by her first letters, not whoever ends like that', () =>
    expect(found('val')).toEqual(['Mme Nine Valdor']));

  it('takes words in any order, without accents or capitals', () => {
    expect(found('gall etienne')).toEqual(['M. Étienne Le Gall']);
    expect(found('ÉTI')).toEqual(['M. Étienne Le Gall']);
  });

  it('knows ligatures, apostrophes and hyphens', () =>
    expect(wordsOf('D’Œuvre-Noël')).toEqual(['d', 'oeuvre', 'noel']));

  it('shows everybody before anything is typed', () => expect(found(' ')).toEqual(people));
});
