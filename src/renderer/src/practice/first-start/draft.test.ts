import { describe, expect, it } from 'vitest';
import { emptySetup, mistakesOf, newLine, stepOf, usualStep, withoutBlanks } from './draft.ts';

const filled = () => {
  const setup = emptySetup();
  return {
    ...setup,
    house: { ...setup.house, name: 'Maison des Tilleuls' },
    staff: [{ initials: 'SL', name: 'Sophie Lenoir' }],
  };
};

describe('what the first start gathers', () => {
  it('lines that nobody filled in are no practitioners, and the others move up', () => {
    const first = newLine([]);
    const second = { ...newLine([first]), familyName: 'Fictif' };
    expect(second.colour).not.toBe(first.colour);
    expect(withoutBlanks({ ...filled(), practitioners: [first, second] }).practitioners).toEqual([
      { ...second, position: 1 },
    ]);
  });

  it('each step says its own mistakes, at the field', () => {
    expect(mistakesOf(emptySetup(), 'house')).toEqual({ 'house.name': 'À remplir.' });
    expect(mistakesOf(emptySetup(), 'staff')).toEqual({
      'staff.0.initials': 'À remplir.',
      'staff.0.name': 'À remplir.',
    });
    expect(mistakesOf(filled(), 'house')).toEqual({});
    expect(
      mistakesOf({ ...filled(), practitioners: [{ ...newLine([]), givenName: 'Alma' }] }, 'practitioners'),
    ).toEqual({ 'practitioners.0.familyName': 'À remplir.' });
  });

  it('two people under the same initials are told apart before anything is written', () => {
    const staff = [
      { initials: 'SL', name: 'Sophie Lenoir' },
      { initials: 'sl', name: 'Simon Lebrun' },
    ];
    expect(mistakesOf({ ...filled(), staff }, 'staff')).toEqual({
      'staff.1.initials': 'Ces initiales sont déjà celles de quelqu’un.',
    });
  });

  it('an error of the desk leads back to the step that it belongs to', () => {
    expect(['house.zone', 'practitioners.2.rpps', 'staff.0.initials', ''].map(stepOf)).toEqual([
      'house',
      'practitioners',
      'staff',
      'house',
    ]);
  });

  it('the grid of a profession follows its usual appointment', () => {
    expect([usualStep('general-practitioner'), usualStep('psychologist')]).toEqual([15, 45]);
  });
});
