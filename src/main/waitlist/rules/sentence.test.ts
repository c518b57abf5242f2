import { describe, expect, test } from 'vitest';
import { person, TODAY } from '../../../../tests/support/waiting-people.ts';
import { Criterion } from '../../../contract/criteria.ts';
import { PROPOSED, worthPoints } from './score.ts';
import { sentenceOf } from './sentence.ts';

const wishes = person(1).wishes;
const say = (more: Partial<ReturnType<typeof person>>, days = 41) => {
  const one = person(1, more);
  return sentenceOf(one, worthPoints(PROPOSED.weights, one.counting), days, TODAY);
};

describe('The sentence that the receptionist reads', () => {
  test('names what speaks for the person, then how long, then when', () => {
    expect(
      say({
        counting: ['long-term-illness', 'age-70'],
        birth: { precision: 'day', value: '1948-03-12' },
        wishes: { ...wishes, to: 720 },
      }),
    ).toBe('78 ans, ALD, attend depuis 41 jours, disponible le matin');
  });

  test('says an age only where it counts', () => {
    const born = { precision: 'day' as const, value: '1980-03-12' };
    expect(say({ birth: born }, 1)).toBe('attend depuis 1 jour');
    expect(say({ birth: { precision: 'year', value: '1950' }, counting: ['age-70'] }, 0)).toBe(
      'environ 76 ans, attend depuis aujourd’hui',
    );
    expect(say({ birth: { precision: 'day', value: '2025-09-30' }, counting: ['child-under-2'] })).toBe(
      '13 mois, attend depuis 41 jours',
    );
  });

  test('has a word for each criterion, the same for a woman and for a man', () => {
    const all = Criterion.options.filter((criterion) => criterion !== 'child-under-2');
    expect(say({ counting: all, birth: { precision: 'day', value: '1948-03-12' } })).toBe(
      '78 ans, ALD, C2S, grossesse, sortie d’hôpital, médecin traitant parti, mobilité réduite, attend depuis 41 jours',
    );
  });

  test('says when the person can come, and nothing when any time will do', () => {
    const when = (more: Partial<typeof wishes>) => say({ wishes: { ...wishes, ...more } }, 2);
    expect(when({})).toBe('attend depuis 2 jours');
    expect(when({ days: [4, 2], to: 720 })).toBe(
      'attend depuis 2 jours, disponible le mardi et le jeudi, le matin',
    );
    expect(when({ days: [1, 2, 5] })).toBe(
      'attend depuis 2 jours, disponible le lundi, le mardi et le vendredi',
    );
    expect(when({ from: 720 })).toBe('attend depuis 2 jours, disponible l’après-midi');
    expect(when({ from: 990 })).toBe('attend depuis 2 jours, disponible à partir de 16\u00a0h\u00a030');
    expect(when({ to: 605 })).toBe('attend depuis 2 jours, disponible avant 10\u00a0h\u00a005');
    expect(when({ from: 540, to: 660, atShortNotice: true })).toBe(
      'attend depuis 2 jours, disponible entre 9\u00a0h et 11\u00a0h, disponible vite',
    );
  });

  test('leaves out whom the person would rather see, and how she gets about', () => {
    expect(
      say({ wishes: { ...wishes, practitionerSex: 'female' }, homeVisit: true, stepFree: true }, 2),
    ).toBe('attend depuis 2 jours');
  });
});
