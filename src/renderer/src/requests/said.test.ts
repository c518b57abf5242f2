import { describe, expect, test } from 'vitest';
import { CallbackId, PractitionerId, RequestId, StaffId } from '../../../contract/ids.ts';
import type { Staff } from '../../../contract/people.ts';
import type { PathEvent, RequestOutcome } from '../../../contract/requests.ts';
import { practitioner } from '../agenda/lanes/fixtures.ts';
import { ownersOf } from './owner.ts';
import { requestPath } from './path/lines.ts';
import { mergedPath } from './path/path-line.ts';
import { originText, outcomeText } from './said.ts';

const NGUYEN = practitioner(2, 'Nguyen');

describe('an outcome is said in a few words', () => {
  const wishes = {
    days: [],
    from: null,
    to: null,
    practitionerSex: null,
    atShortNotice: false,
    note: null,
  };
  test.each<[RequestOutcome, string]>([
    [{ kind: 'answered', said: 'ouvert à 8 h' }, 'Répondu : « ouvert à 8 h »'],
    [
      { kind: 'redirected', to: { kind: 'colleague', practitionerId: PractitionerId.parse(2) } },
      'Orienté vers : Dr Nguyen',
    ],
    [
      { kind: 'redirected', to: { kind: 'outside', label: 'Centre de santé' } },
      'Orienté vers : Centre de santé',
    ],
    [{ kind: 'redirected', to: { kind: 'sas', label: null } }, 'Orienté vers : SAS'],
    [
      { kind: 'registration-list', profession: 'nurse', practitionerIds: [], wishes },
      'Inscrit sur la liste, infirmier',
    ],
    [{ kind: 'unresolved', reason: 'unreachable' }, 'Sans solution : personne injoignable'],
  ])('%#', (outcome, text) => {
    const plain = outcomeText(outcome, [NGUYEN]).replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(plain).toBe(text);
  });
});

test('the door is not said twice when the name of who asks says it', () => {
  const said = (origin: 'pharmacy' | 'nurse' | 'sas', professional: string | null) =>
    originText({ origin, professional });
  expect([
    said('pharmacy', 'Pharmacie du Marché'),
    said('pharmacy', 'M. Roy'),
    said('nurse', 'infirmière libérale'),
    said('sas', 'Régulation'),
    said('pharmacy', null),
  ]).toEqual([
    'Pharmacie du Marché',
    'Pharmacie (M. Roy)',
    'infirmière libérale',
    'SAS, 15 (Régulation)',
    'Pharmacie',
  ]);
});

describe('who answers for it', () => {
  const staff = (id: number, name: string, practitionerId: number | null = null): Staff => ({
    id: StaffId.parse(id),
    version: 1,
    initials: 'XX',
    name,
    role: practitionerId === null ? 'reception' : 'practitioner',
    practitionerId: practitionerId === null ? null : PractitionerId.parse(practitionerId),
    active: true,
  });
  const people = [staff(1, 'Camille Mistral'), staff(3, 'Mai Nguyen', 2)];

  test('practitioners are offered once, the reception beside them', () =>
    expect(ownersOf(people, [NGUYEN], StaffId.parse(1)).choices.map(({ label }) => label)).toEqual([
      'Dr Nguyen',
      'Camille Mistral',
    ]));

  test('a practitioner at the desk answers as the practitioner that she is', () => {
    expect(ownersOf(people, [NGUYEN], StaffId.parse(3)).me).toEqual({
      kind: 'practitioner',
      practitionerId: 2,
    });
    expect(ownersOf(people, [NGUYEN], StaffId.parse(1)).me).toEqual({ kind: 'staff', staffId: 1 });
    expect(ownersOf(people, [NGUYEN], null).me).toBeNull();
  });
});

describe('the path', () => {
  const about = { kind: 'callback', id: CallbackId.parse(4) } as const;
  const event = (at: number, what: PathEvent['what']): PathEvent => ({ at, by: 'CM', about, what });

  test('tells each step, the latest first, merged by time with what other areas tell', () => {
    const lines = requestPath(
      {
        requests: [],
        callbacks: [],
        path: [
          event(30, { kind: 'kept', said: 'tout va bien' }),
          event(20, { kind: 'tried' }),
          event(10, { kind: 'promised' }),
        ],
      },
      [],
    );
    const other = {
      key: 'urgency 1',
      at: 15,
      by: 'JB',
      tone: 'red',
      shape: 'triangle',
      title: 'Urgence écartée',
      detail: null,
    } as const;
    expect(mergedPath(lines, [other]).map(({ title, detail }) => [title, detail])).toEqual([
      ['Rappel tenu', 'tout va bien'],
      ['Rappel essayé, pas de réponse', null],
      ['Urgence écartée', null],
      ['Rappel promis', null],
    ]);
  });

  test('two lines of one moment have keys of their own', () => {
    const request = { kind: 'request', id: RequestId.parse(1) } as const;
    const lines = requestPath(
      {
        requests: [],
        callbacks: [],
        path: [
          { at: 5, by: 'CM', about: request, what: { kind: 'changed', changed: ['wish'] } },
          { at: 5, by: 'CM', about: request, what: { kind: 'changed', changed: ['due'] } },
        ],
      },
      [],
    );
    expect(new Set(lines.map(({ key }) => key)).size).toBe(2);
  });
});
