import { describe, expect, it } from 'vitest';
import { capital, inSentence, listed, ofPerson, professionOf, wholeName } from './names.ts';

const person = (title: string, familyName: string, givenName = 'Alma') => ({ title, familyName, givenName });

describe('a practitioner in a sentence', () => {
  it.each([
    ['Dr', 'le Dr\u00a0Petit', 'du Dr\u00a0Petit'],
    ['Dre', 'la Dre\u00a0Petit', 'de la Dre\u00a0Petit'],
    ['Pr', 'le Pr\u00a0Petit', 'du Pr\u00a0Petit'],
    ['M.', 'M.\u00a0Petit', 'de M.\u00a0Petit'],
    ['Mme', 'Mme\u00a0Petit', 'de Mme\u00a0Petit'],
    ['', 'Alma Petit', 'd’Alma Petit'],
  ])('with the title « %s » has the article that it wants', (title, alone, after) => {
    expect([inSentence(person(title, 'Petit'), []), ofPerson(person(title, 'Petit'), [])]).toEqual([
      alone,
      after,
    ]);
  });

  it('keeps the given name where a namesake works in the same house', () => {
    const both = [person('Dr', 'Petit', 'Alma'), person('Dr', 'PETIT', 'Zoé')];
    expect(both.map((one) => inSentence(one, both))).toEqual([
      'le Dr\u00a0Alma Petit',
      'le Dr\u00a0Zoé PETIT',
    ]);
    expect(inSentence(person('Dr', 'Petit'), [person('Dr', 'Petit')])).toBe('le Dr\u00a0Petit');
  });

  it('begins with a capital, and follows others with « et »', () => {
    expect(capital('le Dr Petit')).toBe('Le Dr Petit');
    expect(capital('édith')).toBe('Édith');
    expect([listed([]), listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C'])]).toEqual([
      '',
      'A',
      'A et B',
      'A, B et C',
    ]);
    expect(wholeName(person('Dr', 'Petit'))).toBe('Dr\u00a0Alma Petit');
  });

  it('has her profession in the feminine when her title says so, and guesses nothing otherwise', () => {
    expect(professionOf('Mme', 'nurse')).toBe('infirmière');
    expect(professionOf('M.', 'nurse')).toBe('infirmier');
    expect(professionOf('Dre', 'dentist')).toBe('chirurgienne-dentiste');
    expect(professionOf('Dr', 'dentist')).toBe('chirurgien-dentiste');
    expect(professionOf('Mme', 'general-practitioner')).toBe('médecin généraliste');
    expect(professionOf('M.', 'midwife')).toBe('sage-femme');
  });
});
