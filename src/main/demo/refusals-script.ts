/**
 * Somebody whom a doctor of the fictitious house could not take on, from the call to a call-back that is due today; and
 * two newcomers whom a colleague took on, so that two of her month's places are left. Pure.
 */
import type { Scene } from './requests-script.ts';

const takenOn = (person: number, days: number, wish: string): Scene => ({
  person,
  newTo: ['Nguyen'],
  asked: {
    ago: [days, 570],
    by: 'CM',
    said: { nature: 'registration', profession: 'general-practitioner', wish },
  },
  then: [
    { ago: [days, 574], by: 'CM', act: 'accept', of: 'Nguyen' },
    {
      ago: [days, 576],
      by: 'CM',
      act: 'close',
      closing: {
        kind: 'answered',
        said: 'Le Dr Nguyen la suit désormais ; rappelle pour un premier rendez-vous.',
      },
    },
  ],
});

export const refusalScenes: readonly Scene[] = [
  takenOn(19, 12, 'cherche un médecin traitant, vient d’emménager'),
  takenOn(50, 8, 'cherche un médecin traitant'),
  {
    person: 51,
    newTo: ['Bontemps', 'Nguyen', 'Clairval', 'Delalune'],
    asked: {
      ago: [1, 600],
      by: 'CM',
      of: 'Bontemps',
      said: { nature: 'registration', wish: 'cherche un médecin traitant, demande le Dr Bontemps' },
    },
    then: [
      { ago: [1, 601], by: 'CM', act: 'rule-out' },
      {
        ago: [1, 606],
        by: 'CM',
        act: 'refuse',
        of: 'Bontemps',
        ground: 'list-full',
        // Dr Nguyen had places, and the person prefers to wait; Dr Clairval takes whoever is sent, and nobody sent her.
        colleagues: [
          { of: 'Nguyen', answer: 'declined-by-patient' },
          { of: 'Clairval', answer: 'condition-not-met' },
        ],
        waysForward: [{ kind: 'registration-list' }, { kind: 'cpts' }, { kind: 'cpam' }],
        wordsShown: [
          'say.unavailable',
          'say.next.plain',
          'step.registration-list',
          'step.cpts.doctor',
          'step.cpam.doctor',
          'recourse.order',
        ],
        promise: { owner: 'CM', due: -45, about: 'dire ce que la CPTS a répondu' },
      },
      { ago: 95, by: 'JB', act: 'tried' },
    ],
  },
];
