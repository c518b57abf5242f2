/**
 * Another way to end a call than an appointment: what is filled in, what it lacks, and what the desk is sent. Pure. The
 * desk has the last word; this says at which field.
 */
import type { Owner, ProfessionalAnswer } from '../../../../../contract/callbacks.ts';
import type { ClaimId, PractitionerId } from '../../../../../contract/ids.ts';
import type { Profession } from '../../../../../contract/professions.ts';
import type { RedirectionDraft } from '../../../../../contract/redirections.ts';
import type {
  Closing,
  ListWishes,
  RedirectedTo,
  UnresolvedReason,
} from '../../../../../contract/requests.ts';
import type { Instant, Weekday } from '../../../../../contract/time.ts';
import { type AnswerCall, answerOf, mayAnswer } from '../../../requests/answer.ts';
import type { Asked } from '../asked.ts';
import { type Half, NOON } from '../filters.ts';
import { nobodySent, owesReason, redirectionOf, type Sending } from './sending.ts';

export type EndingKind = Exclude<Closing['kind'], 'appointment' | 'emergency'>;

export interface Ending {
  readonly kind: EndingKind | null;
  readonly profession: Profession | null;
  /** Whom the person would accept; empty: anybody of the profession. */
  readonly practitionerIds: readonly PractitionerId[];
  readonly weekdays: readonly Weekday[];
  readonly half: Half | null;
  readonly practitionerSex: ListWishes['practitionerSex'];
  readonly atShortNotice: boolean;
  readonly note: string;
  /** The appointment that stands while something earlier is looked for. */
  readonly appointmentId: ClaimId | null;
  readonly to: RedirectedTo['kind'] | null;
  readonly colleague: PractitionerId | null;
  readonly label: string;
  /** Whom outside, how, and by when an answer is expected. */
  readonly sending: Sending;
  readonly due: Instant | null;
  readonly owner: Owner | null;
  readonly phone: string;
  readonly about: string;
  /** Whoever asked for the patient is rung as well; null: is not. */
  readonly answer: AnswerCall | null;
  readonly said: string;
  readonly reason: UnresolvedReason | null;
}

export const newEnding = (kind: EndingKind | null): Ending => ({
  kind,
  profession: null,
  practitionerIds: [],
  weekdays: [],
  half: null,
  practitionerSex: null,
  atShortNotice: false,
  note: '',
  appointmentId: null,
  to: null,
  colleague: null,
  label: '',
  sending: nobodySent,
  due: null,
  owner: null,
  phone: '',
  about: '',
  answer: null,
  said: '',
  reason: null,
});

/** In the order of their digits. */
export const endings: readonly {
  readonly kind: EndingKind;
  readonly label: string;
  readonly hint: string;
}[] = [
  { kind: 'callback', label: 'Rappeler', hint: 'qui, avant quand' },
  { kind: 'answered', label: 'Répondu', hint: 'ce qui a été dit' },
  { kind: 'registration-list', label: 'Liste médecin traitant', hint: 'ou prise en charge' },
  { kind: 'earlier-list', label: 'Liste « plus tôt »', hint: 'le rendez-vous tient' },
  { kind: 'redirected', label: 'Orienté', hint: 'vers qui' },
  { kind: 'withdrawn', label: 'Ne demande plus rien', hint: 'c’est la personne qui le dit' },
  { kind: 'unresolved', label: 'Sans solution', hint: 'pourquoi' },
];

/** On the button that leads to it from the request. */
export const endingActs: Partial<Readonly<Record<EndingKind, string>>> = {
  'registration-list': 'Inscrire sur la liste',
  redirected: 'Orienter',
  answered: 'Répondre',
};

/** How a request of this nature usually ends, when not with an appointment. */
export const usualEnding = ({ nature }: Asked): EndingKind | null => {
  switch (nature) {
    case 'registration':
      return 'registration-list';
    case 'redirection':
      return 'redirected';
    case 'administrative':
      return 'answered';
    default:
      return null;
  }
};

/** The fields of an ending that can lack something. */
export type EndingField =
  | 'profession'
  | 'appointmentId'
  | 'to'
  | 'colleague'
  | 'label'
  | 'despite'
  | 'due'
  | 'phone'
  | 'answerPhone'
  | 'said'
  | 'reason';

export interface FieldFault {
  readonly field: EndingField;
  readonly error: string;
}

export type Ended =
  | { readonly ok: true; readonly closing: Closing }
  /** Closed as redirected, and followed from then on. */
  | { readonly ok: true; readonly redirection: RedirectionDraft }
  | ({ readonly ok: false } & FieldFault);

const lacks = (field: EndingField, error: string): Ended => ({ ok: false, field, error });

const wishesOf = (ending: Ending): ListWishes => ({
  days: [...ending.weekdays],
  from: ending.half === 'afternoon' ? NOON : null,
  to: ending.half === 'morning' ? NOON : null,
  practitionerSex: ending.practitionerSex,
  atShortNotice: ending.atShortNotice,
  note: ending.note.trim() === '' ? null : ending.note.trim(),
});

const redirection = (ending: Ending, usual: Instant): Ended => {
  const { to, colleague, label, sending } = ending;
  const name = label.trim();
  if (to === null) return lacks('to', 'Dites vers qui : une touche de 1 à 9.');
  if (to === 'colleague')
    return colleague === null
      ? lacks('colleague', 'Choisissez le confrère.')
      : { ok: true, closing: { kind: 'redirected', to: { kind: to, practitionerId: colleague } } };
  if (to === 'outside' && name === '' && sending.entry === null)
    return lacks('label', 'Écrivez le nom du professionnel ou de la structure.');
  if (owesReason(ending) && sending.despite === null)
    return lacks('despite', 'Dites pourquoi orienter là quand même : une lettre de A à E.');
  const followed = redirectionOf(ending, usual);
  if (followed !== null) return { ok: true, redirection: followed };
  if (to === 'outside') return { ok: true, closing: { kind: 'redirected', to: { kind: to, label: name } } };
  return { ok: true, closing: { kind: 'redirected', to: { kind: to, label: name === '' ? null : name } } };
};

/**
 * @param known whether there is a person to ring
 * @param usual by when an answer from outside is expected when nobody says otherwise
 */
export const closingOf = (ending: Ending, asked: Asked, known: boolean, usual: Instant): Ended => {
  switch (ending.kind) {
    case null:
      throw new Error('an ending of no kind is not sent');
    case 'registration-list': {
      const profession = ending.profession ?? asked.profession ?? 'general-practitioner';
      return {
        ok: true,
        closing: {
          kind: 'registration-list',
          profession,
          practitionerIds: [...ending.practitionerIds],
          wishes: wishesOf(ending),
        },
      };
    }
    case 'earlier-list':
      return ending.appointmentId === null
        ? lacks('appointmentId', 'Choisissez le rendez-vous qui tient en attendant.')
        : {
            ok: true,
            closing: { kind: 'earlier-list', appointmentId: ending.appointmentId, wishes: wishesOf(ending) },
          };
    case 'redirected':
      return redirection(ending, usual);
    case 'callback': {
      const phone = ending.phone.trim();
      if (ending.due === null) return lacks('due', 'Dites avant quand : une touche, ou « demain 9h ».');
      if (!known && phone === '') return lacks('phone', 'Notez le numéro à rappeler.');
      const answer: ProfessionalAnswer | null =
        ending.answer === null || !mayAnswer(asked)
          ? null
          : answerOf(ending.answer, { due: ending.due, owner: ending.owner });
      return {
        ok: true,
        closing: {
          kind: 'callback',
          callback: {
            due: ending.due,
            ...(ending.owner === null ? {} : { owner: ending.owner }),
            ...(phone === '' ? {} : { phone }),
            ...(ending.about.trim() === '' ? {} : { about: ending.about.trim() }),
          },
          ...(answer === null ? {} : { answer }),
        },
      };
    }
    case 'answered': {
      const said = ending.said.trim();
      return said === ''
        ? lacks('said', 'Écrivez ce qui a été dit, ou choisissez une phrase.')
        : { ok: true, closing: { kind: 'answered', said } };
    }
    case 'withdrawn':
      return { ok: true, closing: { kind: 'withdrawn' } };
    case 'unresolved':
      return ending.reason === null
        ? lacks('reason', 'Dites pourquoi : une touche de 1 à 5.')
        : { ok: true, closing: { kind: 'unresolved', reason: ending.reason } };
  }
};
