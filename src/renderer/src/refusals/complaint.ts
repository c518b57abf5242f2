/** What the desk, or the panel itself, has against a step: where it belongs, and how it is said there. Pure. */
import { type DeskFailure, deskFailure, type ErrorText } from '../api/error-text.ts';
import type { Complaint } from './draft.ts';

const at = (step: Complaint['step'], code: Complaint['code']): Complaint => ({
  step,
  code,
  practitionerIds: [],
});

const ofFailure = (failure: DeskFailure): Complaint | null => {
  switch (failure.code) {
    case 'URGENCY_NOT_RULED_OUT':
    case 'CARD_NOT_SIGNED':
      return at('urgency', failure.code);
    case 'NO_POLICY':
    case 'QUOTA_FULL':
      return { ...at('who', failure.code), practitionerIds: [failure.data.practitionerId] };
    case 'COLLEAGUE_NOT_ASKED':
      return { ...at('who', failure.code), practitionerIds: failure.data.practitionerIds };
    case 'GROUND_NOT_ALLOWED':
      return { ...at('who', failure.code), why: failure.data.why };
    case 'NO_WAY_FORWARD':
      return { ...at('ways', failure.code), why: failure.data.why };
    case 'WORDS_NOT_SHOWN':
      return at('say', failure.code);
    case 'INVALID_INPUT':
      return failure.data.fields.some(({ path }) => path.endsWith('answer.phone'))
        ? at('say', 'ANSWER_PHONE')
        : null;
    default:
      return null;
  }
};

/** Null: an error of no step in particular, said at the foot. */
export const complaintOf = (error: unknown): Complaint | null => {
  const failure = deskFailure(error);
  return failure === null ? null : ofFailure(failure);
};

/** Said by the panel itself, before anything is sent. */
const OWN: Partial<Readonly<Record<Complaint['code'], ErrorText>>> = {
  NOBODY_TO_REFUSE: {
    title: 'Aucun motif ne permet de dire non ici.',
    body: 'Proposez un praticien ouvert, ou demandez leur règle à ceux qui n’en ont pas.',
  },
  KNOWN_PATIENT: {
    title: 'Patient connu\u00a0: sa règle pour les nouveaux ne permet pas de dire non. A, puis un créneau.',
    body: '',
  },
  COLLEAGUE_NOT_ASKED: {
    title: 'Peut encore accueillir : à proposer d’abord.',
    body: 'Notez ce que la personne répond.',
  },
  QUOTA_FULL: {
    title: 'La dernière place vient d’être prise à un autre poste.',
    body: 'Rien n’a été enregistré.',
  },
  NO_POLICY: {
    title: 'N’a pas dit comment il reçoit : à lui demander, puis à noter dans Réglages.',
    body: 'D’ici là, promettez un rappel.',
  },
  ANSWER_PHONE: { title: 'Notez un numéro où rappeler qui a demandé.', body: '' },
  CALLBACK_WHEN: { title: 'Dites avant quand : une touche de 1 à 5.', body: '' },
};

const WAYS: Readonly<Record<string, string>> = {
  none: 'Choisissez au moins une suite : personne ne repart sans rien.',
  'colleague-not-accepting': 'Ce confrère n’a pas accepté : choisissez une autre suite.',
  'orientation-owed': 'Cette profession doit orienter : choisissez aussi une suite qui mène à quelqu’un.',
};

const GROUNDS: Readonly<Record<string, string>> = {
  'policy-open': 'Ce praticien accueille : ce motif ne tient pas.',
  'places-left': 'Il lui reste des places : ce motif ne tient pas.',
  'condition-met': 'La condition est remplie : ce motif ne tient pas.',
  'not-in-policy': 'Sa règle ne permet pas ce motif.',
  'known-patient': 'Il suit déjà cette personne : sa règle ne vaut que pour les nouveaux.',
  'no-decision': 'Seule sa propre décision datée permet ce motif.',
  'continuity-owed': 'Sa décision attend encore le relais : personne prévenue, successeur, informations.',
  'place-kept': 'Une place est réservée auprès de lui pour cette demande.',
  'decision-of-another': 'Cette décision n’est pas la sienne.',
};

export const complaintText = ({ code, why }: Complaint): ErrorText => {
  if (code === 'NO_WAY_FORWARD') return { title: WAYS[why ?? 'none'] ?? '', body: '' };
  if (code === 'GROUND_NOT_ALLOWED') return { title: GROUNDS[why ?? 'not-in-policy'] ?? '', body: '' };
  return OWN[code] ?? { title: '', body: '' };
};
