import { expect, test } from 'vitest';
import { PractitionerId, UrgencyEventId } from '../../../../contract/ids.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import type { UrgencyPathEvent } from '../../../../contract/urgency.ts';
import { urgencyPath } from './lines.ts';

const petit: Practitioner = {
  id: PractitionerId.parse(1),
  version: 1,
  title: 'Dr',
  givenName: 'Hélène',
  familyName: 'Petit',
  profession: 'general-practitioner',
  rpps: null,
  colour: '#0d5f5a',
  step: 15,
  active: true,
  position: 1,
};
const at = 1_795_000_000_000;
const event = (what: UrgencyPathEvent['what']): UrgencyPathEvent => ({
  at,
  by: what.kind === 'said' ? 'CM' : 'HP',
  eventId: UrgencyEventId.parse(1),
  what,
});
const act = (
  name: Extract<UrgencyPathEvent['what'], { kind: 'said' }>['act'],
  waiting = false,
): UrgencyPathEvent =>
  event({ kind: 'said', act: name, practitionerId: name === 'practitioner-told' ? petit.id : null, waiting });

test('what was done about an urgency is told in the words of the card, with the practitioner’s name', () =>
  expect(
    urgencyPath(
      [
        act('ruled-out'),
        act('patient-calls-15'),
        act('we-call-15'),
        act('practitioner-told'),
        act('doubt', true),
      ],
      [petit],
    ).map(({ title, detail }) => [title, detail]),
  ).toEqual([
    ['Urgence\u00a0: aucun signe', null],
    ['Urgence\u00a0: la personne appelle le 15', null],
    ['Urgence\u00a0: nous appelons le 15', null],
    ['Urgence\u00a0: nous avons prévenu Dr Petit', null],
    ['Urgence\u00a0: doute', 'Sans réponse d’un praticien\u00a0: c’est le 15'],
  ]));

test('an answer is a line of its own: whose it is, and what she decided', () => {
  const answers = (['no-urgency', 'i-take-it', 'fifteen'] as const).map((decision) =>
    event({ kind: 'answered', practitionerId: petit.id, decision }),
  );
  const lines = urgencyPath([...answers.slice(0, 1), act('practitioner-told')], [petit]);
  expect(lines.map(({ key, by }) => [key, by])).toEqual([
    ['urgency 1 answered', 'HP'],
    ['urgency 1 said', 'CM'],
  ]);
  expect(urgencyPath(answers, [petit]).map(({ title, tone }) => [title, tone])).toEqual([
    ['Urgence, Dr Petit répond\u00a0: pas d’urgence', 'green'],
    ['Urgence, Dr Petit répond\u00a0: je m’en occupe', 'blue'],
    ['Urgence, Dr Petit répond\u00a0: c’est le 15', 'red'],
  ]);
  expect(urgencyPath(answers.slice(0, 1), [])[0]?.title).toBe(
    'Urgence, un praticien parti répond\u00a0: pas d’urgence',
  );
});
