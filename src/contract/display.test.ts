import { describe, expect, it } from 'vitest';
import { displayName, lastFour, phonePairs } from './display.ts';

const person = {
  birthName: 'Martin',
  usedName: null,
  givenNames: 'Marie',
  usedGivenName: null,
  sex: 'female',
} as const;

describe('a person’s name on a card', () => {
  it('is the family name in capitals, with its accents, then the given names as written', () => {
    expect(displayName({ ...person, birthName: 'Lefèvre' })).toBe('LEFÈVRE Marie');
    expect(displayName({ ...person, birthName: "d'Aubry", givenNames: 'Jean-Pierre' })).toBe(
      "D'AUBRY Jean-Pierre",
    );
  });

  it('puts the used name first and keeps the name of birth', () => {
    expect(displayName({ ...person, usedName: 'Dupont' })).toBe('DUPONT née MARTIN Marie');
    expect(displayName({ ...person, usedName: 'Dupont', sex: 'male' })).toBe('DUPONT né MARTIN Marie');
    expect(displayName({ ...person, usedName: 'MARTIN' })).toBe('MARTIN Marie');
  });

  it('uses the given name that the person uses, and manages without any', () => {
    expect(displayName({ ...person, givenNames: 'Marie Claude', usedGivenName: 'Claude' })).toBe(
      'MARTIN Claude',
    );
    expect(displayName({ ...person, givenNames: '' })).toBe('MARTIN');
  });
});

describe('a phone number on screen', () => {
  const pairs = (e164: string) => phonePairs(e164).replaceAll('\u00a0', ' ');

  it('is read in pairs, from the Republic as it is dialled there', () => {
    expect(pairs('+33639984512')).toBe('06 39 98 45 12');
    expect(pairs('+262692123456')).toBe('06 92 12 34 56');
    expect(pairs('+508411234')).toBe('05 08 41 12 34');
  });

  it('keeps its country when it comes from abroad', () => {
    expect(pairs('+41223456789')).toBe('+41 2 23 45 67 89');
    expect(pairs('+3526212345')).toBe('+352 6 21 23 45');
  });

  it('shows its last four digits to tell homonyms apart', () => {
    expect(lastFour('+33639984512').replaceAll('\u00a0', ' ')).toBe('45 12');
  });
});
