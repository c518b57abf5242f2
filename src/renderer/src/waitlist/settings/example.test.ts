import { describe, expect, test } from 'vitest';
import { Criterion } from '../../../../contract/criteria.ts';
import type { RulesDraft, Weights } from '../../../../contract/waitlist-rank.ts';
import { exampleText, passText, weeksToPass } from './example.ts';

const none = Object.fromEntries(Criterion.options.map((one) => [one, 0])) as Weights;
const rule = (weights: Partial<Weights>, cap = 60, perWeek = 2): RulesDraft => ({
  weights: { ...none, ...weights },
  cap,
  perWeek,
});
const proposed = rule({ 'long-term-illness': 30, 'age-70': 20, c2s: 20, 'hospital-discharge': 25 });

describe('what a rule would do, before anybody adopts it', () => {
  test('on one person: her points, the weeks, and the sum', () =>
    expect(exampleText(proposed)).toBe('78 ans + ALD, 6 semaines : 20 + 30 + 6 × 2 = 62'));

  test('a cap that takes points away is said', () =>
    expect(exampleText({ ...proposed, cap: 40 })).toBe(
      '78 ans + ALD, 6 semaines : (20 + 30, plafonnés à 40) + 6 × 2 = 52',
    ));

  test('after how many weeks nobody new can come first', () => {
    expect(passText(proposed)).toBe(
      'Sans aucun critère, on passe devant tout nouvel inscrit au bout de 30\u00a0semaines.',
    );
    expect(weeksToPass({ ...proposed, perWeek: 7 })).toBe(9);
    expect(weeksToPass(rule({ c2s: 5 }))).toBe(3);
    expect(passText(rule({}))).toBe('Aucun critère ne compte : l’ordre est celui des dates.');
  });
});
