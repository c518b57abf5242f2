import { describe, expect, test } from 'vitest';
import { PractitionerId } from '../../../contract/ids.ts';
import type { WhoCan } from '../../../contract/intake.ts';
import { standingLine, standingMark } from './standing-text.ts';

const today = '2026-11-23';
const closed: WhoCan = {
  practitionerId: PractitionerId.parse(1),
  profession: 'general-practitioner',
  state: 'closed',
  policyId: null,
  can: 'no',
  meter: { month: '2026-11', taken: 0, quota: null, left: null },
  conditions: [],
  visitSector: null,
  validFrom: '2026-09-02',
  reviewOn: '2026-12-02',
  reviewOverdue: false,
  grounds: ['list-full'],
  groundOnPaper: false,
  instructions: null,
  whoSorts: 'reception',
  decision: null,
  placeKept: false,
  refused: false,
};
const said = (who: Partial<WhoCan>) => standingMark({ ...closed, ...who }).text;

describe('what is seen of a practitioner at a glance', () => {
  test('closed, and why', () => {
    expect(said({})).toBe('complet');
    expect(said({ grounds: ['absence-or-departure'] })).toBe('absence ou départ');
  });

  test('places that are left, down to none', () => {
    const quota = (left: number) =>
      said({
        state: 'quota',
        can: left > 0 ? 'yes' : 'no',
        meter: { month: '2026-11', taken: 0, quota: 4, left },
      });
    expect([quota(2), quota(1), quota(0)]).toEqual([
      '2 places ce mois-ci',
      '1 place ce mois-ci',
      'quota atteint',
    ]);
  });

  test('a condition: met, not met, or to be asked', () => {
    const conditional = (can: WhoCan['can'], met: 'yes' | 'no' | 'ask') =>
      said({ state: 'conditional', can, conditions: [{ kind: 'referred-by-professional', met }] });
    expect([conditional('yes', 'yes'), conditional('no', 'no'), conditional('ask', 'ask')]).toEqual([
      'condition remplie',
      'condition non remplie',
      'condition à vérifier',
    ]);
  });

  test('a sector for home visits closes nothing to whoever comes to the house', () =>
    expect(
      said({ state: 'conditional', can: 'yes', conditions: [{ kind: 'home-visit-in-sector', met: 'yes' }] }),
    ).toBe('ouvert'));

  test('nobody has said yet: neither open nor closed', () =>
    expect(said({ state: null, can: 'unknown' })).toBe('règle à demander'));

  test('a place kept is what counts', () => expect(said({ placeKept: true })).toBe('place réservée'));
});

describe('the line below', () => {
  test('since when, and when it is looked at again', () =>
    expect(standingLine(closed, today)).toBe('Règle du 02/09, à revoir le 02/12'));

  test('a review that is late says so', () =>
    expect(standingLine({ ...closed, reviewOn: '2026-11-01', reviewOverdue: true }, today)).toBe(
      'Règle du 02/09, à revoir depuis le 01/11',
    ));
});
