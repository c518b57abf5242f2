/**
 * What the fictitious house was asked, since some days: each request with what came of it. Pure: nothing but words and
 * minutes. Marie Dupont asks for nothing, so that whoever tries a first call finds her free.
 */
import type { CallbackChange, CallbackOutcome } from '../../contract/callbacks.ts';
import type { ColleagueAnswer, Ground, WayForward } from '../../contract/intake.ts';
import type { RedirectionHow, RedirectionStep } from '../../contract/redirections.ts';
import type { Closing, RequestDraft } from '../../contract/requests.ts';
import type { TextKey } from '../../contract/texts.ts';

/** Reception by initials, practitioners by family name. */
export type Who = 'CM' | 'JB' | 'Nguyen' | 'Bontemps' | 'Clairval' | 'Delalune' | 'Rivaux' | 'Bellemare';

/** Minutes of the house's working time before now; negative: ahead. Days before come first. */
export type Ago = number | readonly [days: number, minuteOfThatDay: number];

interface Promise {
  readonly owner: Who;
  readonly due: Ago;
  readonly about: string;
  readonly more?: CallbackChange;
}

export type Then = { readonly ago: Ago; readonly by: Who } & (
  | { readonly act: 'close'; readonly closing: Closing }
  | { readonly act: 'close-with-promise'; readonly promise: Promise }
  | { readonly act: 'promise'; readonly promise: Promise }
  | { readonly act: 'tried' }
  | { readonly act: 'rule-out' }
  | { readonly act: 'accept'; readonly of: Who }
  | {
      readonly act: 'refuse';
      readonly of: Who;
      readonly ground: Ground;
      readonly colleagues: readonly { readonly of: Who; readonly answer: ColleagueAnswer['answer'] }[];
      readonly waysForward: readonly WayForward[];
      readonly wordsShown: readonly TextKey[];
      /** With which the request is closed. */
      readonly promise: Promise;
    }
  | { readonly act: 'end'; readonly outcome: CallbackOutcome }
  | {
      readonly act: 'send';
      /** By its name in the fictitious directory. */
      readonly to: string;
      readonly how: RedirectionHow;
      readonly due: Ago;
    }
  | { readonly act: 'step'; readonly step: RedirectionStep }
);

export interface Scene {
  /** Position among the fictitious patients; null: nobody was named. */
  readonly person: number | null;
  /** Nobody whom one of these follows already: else the next of them whom none does. */
  readonly newTo?: readonly Who[];
  /** Null: a call-back that no request stands behind. */
  readonly asked: {
    readonly ago: Ago;
    readonly by: Who;
    readonly said: RequestDraft;
    /** By default the desk's own. */
    readonly due?: Ago;
    readonly owner?: Who;
    /** Of whom it is asked by name. */
    readonly of?: Who;
  } | null;
  readonly then?: readonly Then[];
}

const anyTime = {
  days: [],
  from: null,
  to: null,
  practitionerSex: null,
  atShortNotice: false,
  note: null,
};

/** Still waiting for an answer. */
const waiting: readonly Scene[] = [
  {
    person: 10,
    asked: {
      ago: 290,
      by: 'JB',
      due: 35,
      said: {
        nature: 'registration',
        origin: 'pharmacy',
        professional: 'Pharmacie fictive du Marché',
        patientAgrees: true,
        profession: 'general-practitioner',
        wish: 'sans médecin traitant depuis le départ du sien',
      },
    },
  },
  {
    person: 4,
    asked: {
      ago: 20,
      by: 'CM',
      due: -25,
      said: { nature: 'unscheduled', callerName: 'sa mère', wish: 'fièvre depuis cette nuit' },
    },
  },
  {
    person: 9,
    asked: {
      ago: 75,
      by: 'CM',
      due: 15,
      said: {
        nature: 'unscheduled',
        origin: 'sas',
        professional: 'Régulation du SAS (fictive)',
        patientAgrees: true,
        wish: 'à voir sous 48 heures, adressée cette nuit',
      },
    },
  },
  {
    person: 3,
    asked: {
      ago: 130,
      by: 'CM',
      due: -180,
      owner: 'Nguyen',
      of: 'Nguyen',
      said: {
        nature: 'message',
        message: { kind: 'prescription', urgent: false },
        wish: 'renouvellement, part en voyage samedi',
      },
    },
  },
  {
    person: 7,
    asked: {
      ago: 85,
      by: 'JB',
      due: 25,
      owner: 'Nguyen',
      of: 'Nguyen',
      said: {
        nature: 'message',
        origin: 'nurse',
        professional: 'Infirmière libérale (fictive)',
        patientAgrees: true,
        message: { kind: 'result', urgent: true },
        wish: 'résultat reçu, à regarder sans attendre',
      },
    },
  },
  {
    person: 6,
    asked: {
      ago: 160,
      by: 'JB',
      due: -240,
      owner: 'Bontemps',
      of: 'Bontemps',
      said: {
        nature: 'message',
        message: { kind: 'advice', urgent: false },
        wish: 'peut-elle reprendre le sport ?',
      },
    },
  },
  {
    person: 12,
    asked: {
      ago: 210,
      by: 'CM',
      due: -330,
      said: {
        nature: 'appointment',
        origin: 'other-practice',
        professional: 'Dr Exemple, Montmirage',
        patientAgrees: true,
        profession: 'physiotherapist',
        wish: 'rééducation, ordonnance déjà faite',
      },
    },
  },
  {
    person: 8,
    asked: {
      ago: 55,
      by: 'JB',
      due: -400,
      said: {
        nature: 'administrative',
        origin: 'counter',
        callerName: 'sa fille',
        wish: 'aide pour la carte Vitale, interprète à prévoir',
      },
    },
  },
  {
    person: null,
    asked: {
      ago: 12,
      by: 'CM',
      said: { nature: 'redirection', callerName: 'un monsieur', wish: 'cherche un dentiste, rappellera' },
    },
  },
];

/** One search for a doctor, from a first call nine days ago to today's: on the list, and asking how far it is. */
const search: readonly Scene[] = [
  {
    person: 2,
    asked: {
      ago: [9, 615],
      by: 'CM',
      said: {
        nature: 'registration',
        origin: 'cpts',
        professional: 'CPTS fictive du Parvis',
        patientAgrees: true,
        profession: 'general-practitioner',
        wish: 'cherche un médecin traitant',
      },
    },
    then: [
      {
        ago: [9, 622],
        by: 'CM',
        act: 'close',
        closing: {
          kind: 'registration-list',
          profession: 'general-practitioner',
          practitionerIds: [],
          wishes: { ...anyTime, days: [2, 4], practitionerSex: 'female', note: 'plutôt le matin' },
        },
      },
    ],
  },
  {
    person: 2,
    asked: {
      ago: 40,
      by: 'JB',
      due: -90,
      said: { nature: 'registration', profession: 'general-practitioner', wish: 'où en est la liste ?' },
    },
  },
];

const promised: readonly Scene[] = [
  {
    person: 11,
    asked: {
      ago: [1, 1000],
      by: 'JB',
      of: 'Bellemare',
      said: { nature: 'appointment', callerName: 'sa mère', wish: 'visite du premier mois' },
    },
    then: [
      {
        ago: [1, 1004],
        by: 'JB',
        act: 'close-with-promise',
        promise: { owner: 'JB', due: 60, about: 'proposer deux dates à la mère' },
      },
      { ago: 150, by: 'JB', act: 'tried' },
      { ago: 65, by: 'CM', act: 'tried' },
    ],
  },
  {
    person: 34,
    asked: {
      ago: [1, 640],
      by: 'CM',
      owner: 'Clairval',
      of: 'Clairval',
      said: { nature: 'message', message: { kind: 'result', urgent: false }, wish: 'résultat du bilan' },
    },
    then: [
      {
        ago: [1, 1080],
        by: 'Clairval',
        act: 'close-with-promise',
        promise: { owner: 'CM', due: 5, about: 'bilan normal, à revoir dans trois mois' },
      },
      { ago: 110, by: 'CM', act: 'tried' },
      {
        ago: 45,
        by: 'CM',
        act: 'end',
        outcome: { kind: 'kept', said: 'Bilan normal : prévenu, reprendra rendez-vous dans trois mois.' },
      },
    ],
  },
  {
    person: 35,
    asked: {
      ago: [3, 570],
      by: 'JB',
      said: { nature: 'appointment', profession: 'speech-therapist', wish: 'bilan de langage' },
    },
    then: [
      {
        ago: [3, 575],
        by: 'JB',
        act: 'close-with-promise',
        promise: { owner: 'JB', due: [1, 720], about: 'une place se libère peut-être' },
      },
      { ago: [2, 600], by: 'JB', act: 'tried' },
      { ago: [2, 1000], by: 'CM', act: 'tried' },
      { ago: [1, 690], by: 'JB', act: 'tried' },
      { ago: [1, 700], by: 'JB', act: 'end', outcome: { kind: 'unreachable' } },
    ],
  },
  {
    person: 36,
    asked: {
      ago: 240,
      by: 'CM',
      of: 'Nguyen',
      said: {
        nature: 'message',
        message: { kind: 'advice', urgent: false },
        wish: 'effet indésirable depuis le nouveau traitement',
      },
    },
    then: [
      {
        ago: 200,
        by: 'Nguyen',
        act: 'close-with-promise',
        promise: { owner: 'Nguyen', due: -120, about: 'rappeler entre deux consultations' },
      },
    ],
  },
  {
    person: 37,
    asked: null,
    then: [
      {
        ago: 180,
        by: 'CM',
        act: 'promise',
        promise: { owner: 'Rivaux', due: -60, about: 'heure du passage de demain' },
      },
    ],
  },
  {
    person: null,
    asked: null,
    then: [
      {
        ago: 30,
        by: 'JB',
        act: 'promise',
        promise: {
          owner: 'CM',
          due: -150,
          about: 'demande les horaires du samedi',
          more: { callerName: 'une voisine', phone: '+33199000417' },
        },
      },
    ],
  },
];

const done: readonly Scene[] = [
  {
    person: 30,
    asked: {
      ago: [1, 555],
      by: 'CM',
      said: { nature: 'administrative', origin: 'counter', wish: 'feuille de soins égarée' },
    },
    then: [
      {
        ago: [1, 561],
        by: 'CM',
        act: 'close',
        closing: { kind: 'answered', said: 'Duplicata remis, expliqué où l’envoyer.' },
      },
    ],
  },
  {
    person: 31,
    asked: {
      ago: [2, 940],
      by: 'JB',
      said: { nature: 'redirection', profession: 'dentist', wish: 'rage de dents' },
    },
    then: [
      {
        ago: [2, 946],
        by: 'JB',
        act: 'send',
        to: 'Cabinet dentaire fictif des Tilleuls',
        how: 'phone',
        due: [1, 1080],
      },
      { ago: [1, 560], by: 'CM', act: 'step', step: 'tried' },
      { ago: [1, 690], by: 'JB', act: 'step', step: 'accepted' },
    ],
  },
  {
    person: 36,
    asked: {
      ago: [4, 620],
      by: 'CM',
      of: 'Nguyen',
      said: { nature: 'redirection', wish: 'avis demandé par le Dr Nguyen' },
    },
    then: [
      { ago: [4, 628], by: 'CM', act: 'send', to: 'Mirage', how: 'letter', due: [1, 1080] },
      { ago: [1, 985], by: 'JB', act: 'step', step: 'tried' },
    ],
  },
  {
    person: 32,
    asked: {
      ago: [2, 700],
      by: 'CM',
      said: {
        nature: 'appointment',
        origin: 'emergency-department',
        professional: 'Urgences de Bourg-Fictif',
        patientAgrees: true,
        profession: 'nurse',
        wish: 'pansement à refaire',
      },
    },
    then: [
      {
        ago: [2, 715],
        by: 'CM',
        act: 'close',
        closing: { kind: 'unresolved', reason: 'offers-declined' },
      },
    ],
  },
  {
    person: 33,
    asked: { ago: 170, by: 'JB', said: { nature: 'appointment', wish: 'certificat de sport' } },
    then: [{ ago: 166, by: 'JB', act: 'close', closing: { kind: 'withdrawn' } }],
  },
];

export const scenes: readonly Scene[] = [...waiting, ...search, ...promised, ...done];
