import { describe, expect, it } from 'vitest';
import { foldName, givenKeys, nameKey, nameTerms, sortKey, wholeNameKeys } from './names.ts';

const names = (
  birthName: string,
  givenNames: string,
  usedName: string | null = null,
  usedGivenName: string | null = null,
) => ({
  birthName,
  usedName,
  givenNames,
  usedGivenName,
});

describe('a name as it is compared', () => {
  it('loses accents, case, ligatures and kinds of apostrophe and dash', () => {
    for (const written of ["d'Œuvré-Bénoît", 'D’OEUVRE–BENOIT', 'dʼœuvre‑benoit', ' D´Œuvré—Benoît '])
      expect(foldName(written)).toBe("D'OEUVRE-BENOIT");
    expect(foldName('Æsop Groß')).toBe('AESOP GROSS');
  });

  it('is the same on a PC set to Turkish', () => {
    expect(foldName('ılıca iris')).toBe('ILICA IRIS');
  });

  it('has one key for all spellings', () => {
    expect(nameKey('Le Gall')).toBe(nameKey('LEGALL'));
    expect(nameKey('Jean-Pierre')).toBe(nameKey('jean pierre'));
  });
});

describe('the words under which a name is found', () => {
  it('has its particles, and does without them', () => {
    expect(nameTerms('de La Barre')).toEqual(['DE', 'DELABARRE', 'LA', 'LABARRE', 'BARRE']);
    expect(nameTerms("d'Aubry")).toEqual(['D', 'DAUBRY', 'AUBRY']);
  });

  it('takes Saint as St as well', () => {
    expect(nameTerms('Saint-Martin')).toEqual(['SAINT', 'SAINTMARTIN', 'ST', 'MARTIN']);
  });
});

describe('homonyms', () => {
  it('share a name that somebody would say on the phone', () => {
    const born = wholeNameKeys(names('Dupont', 'Marie'));
    const married = wholeNameKeys(names('Martin', 'Marie Claude', 'Dupont'));
    expect(born).toEqual(['DUPONT MARIE']);
    expect(married).toEqual(['MARTIN MARIECLAUDE', 'MARTIN MARIE', 'DUPONT MARIECLAUDE', 'DUPONT MARIE']);
  });

  it('are not Jean and Jean-Pierre', () => {
    expect(givenKeys(names('X', 'Jean-Pierre'))).toEqual(['JEANPIERRE']);
    expect(givenKeys(names('X', 'Jean Pierre'))).toEqual(['JEANPIERRE', 'JEAN']);
  });

  it('exist for people with a single name', () => {
    expect(wholeNameKeys(names('Sukarno', ''))).toEqual(['SUKARNO']);
  });
});

it('a list is in the order of the names that people use', () => {
  expect(sortKey(names('Martin', 'Zoé', "d'Aubry"))).toBe("D'AUBRY, ZOE");
});
