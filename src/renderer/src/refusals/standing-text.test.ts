import { describe, expect, test } from 'vitest';
import { PractitionerId } from '../../../contract/ids.ts';
import type { WhoCan } from '../../../contract/intake.ts';
import { questionOf, standingLine, standingMark } from './standing-text.ts';

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
  followed: false,
  refused: false,
};
const decision = {
  id: 1 as never,
  ground: 'breach-of-trust',
  decidedOn: '2026-11-02',
  continuityOwed: false,
} as const;
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

  test('a condition: met, or to be asked', () => {
    const conditional = (can: WhoCan['can'], met: 'yes' | 'ask') =>
      said({ state: 'conditional', can, conditions: [{ kind: 'referred-by-professional', met }] });
    expect([conditional('yes', 'yes'), conditional('ask', 'ask')]).toEqual([
      'condition remplie',
      'condition à vérifier',
    ]);
  });

  test('to her own patient no door is full: she is no newcomer', () => {
    expect(said({ followed: true, can: 'yes', grounds: [] })).toBe('patient connu');
    expect(said({ followed: true, can: 'no', decision })).toBe('décision du praticien');
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

  test('to her own patient it says what holds instead of the rule for newcomers', () =>
    expect(standingLine({ ...closed, followed: true, can: 'yes', grounds: [] }, today)).toBe(
      'Sa règle ne vaut que pour les nouveaux\u00a0: proposez un créneau. Arrêter le suivi serait sa propre décision, avec relais.',
    ));
});

describe('what has to be asked aloud', () => {
  const asks = (conditions: WhoCan['conditions'], more: Partial<WhoCan> = {}) =>
    questionOf({ ...closed, state: 'conditional', can: 'ask', conditions, ...more });

  test('whether a professional sent the person, who may have a letter', () =>
    expect(asks([{ kind: 'referred-by-professional', met: 'ask' }])).toEqual({
      text: 'A-t-elle une lettre, ou un professionnel l’envoie-t-il\u202f?',
      no: 'Pas de lettre',
    }));

  test('where the home is, for a visit', () =>
    expect(asks([{ kind: 'home-visit-in-sector', met: 'ask' }], { visitSector: 'le bourg' })).toEqual({
      text: 'Visite à domicile\u00a0: est-ce dans le secteur\u202f?',
      no: 'Hors secteur',
    }));

  test('both at once, and nothing where nothing is to be asked', () => {
    expect(
      asks([
        { kind: 'referred-by-professional', met: 'ask' },
        { kind: 'home-visit-in-sector', met: 'ask' },
      ]),
    ).toEqual({
      text: 'A-t-elle une lettre d’un professionnel, et la visite est-elle dans le secteur\u202f?',
      no: 'Condition non remplie',
    });
    expect(asks([{ kind: 'referred-by-professional', met: 'yes' }], { can: 'yes' })).toBeNull();
  });
});
