/** Ways forward: the digit of each, what it is called, and how a request ends with them. Pure. */
import type { OutsidePlace, WayForward } from '../../../contract/intake.ts';
import type { Profession } from '../../../contract/professions.ts';
import type { PromisedCallback } from '../../../contract/refusals.ts';
import type { Closing, ListWishes, RedirectedTo } from '../../../contract/requests.ts';
import { answerOf } from '../requests/answer.ts';
import { accepting, type RefusalDraft, type WayKind } from './draft.ts';

export interface WayChoice {
  readonly digit: string;
  readonly kind: WayKind;
  readonly label: string;
}

/** In the order of their digits: what the house itself can do comes first. A colleague is offered one step before. */
export const waysFor = (profession: Profession): readonly WayChoice[] =>
  [
    {
      kind: 'registration-list' as const,
      label: profession === 'general-practitioner' ? 'Liste médecin traitant' : 'Liste d’attente',
    },
    { kind: 'unscheduled-slot' as const, label: 'SNP, sous 48\u00a0h' },
    { kind: 'cpts' as const, label: 'CPTS' },
    { kind: 'outside' as const, label: 'Ailleurs' },
    { kind: 'cpam' as const, label: 'CPAM' },
    { kind: 'sas' as const, label: 'SAS, le 15' },
    { kind: 'out-of-hours' as const, label: 'Garde' },
    { kind: 'pharmacy' as const, label: 'Pharmacie' },
    { kind: 'teleconsultation' as const, label: 'Téléconsultation' },
  ].map((way, index) => ({ ...way, digit: String(index + 1) }));

/** The letters of the details, in the order in which they are shown. */
export const LETTERS: readonly string[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

export const outsideLabels: Readonly<Record<OutsidePlace, string>> = {
  practitioner: 'Un praticien',
  'group-practice': 'Un cabinet de groupe',
  'health-centre': 'Un centre de santé',
  hospital: 'L’hôpital',
  'care-network': 'Un réseau de soins',
};

/** As it first stands when its digit is pressed. */
export const newWay = (kind: WayKind): WayForward | null => {
  if (kind === 'colleague') return null;
  return kind === 'outside' ? { kind, place: 'practitioner' } : { kind };
};

export const wayText = (way: WayForward, profession: Profession): string =>
  way.kind === 'outside'
    ? outsideLabels[way.place]
    : (waysFor(profession).find(({ kind }) => kind === way.kind)?.label ?? 'Un confrère de la maison');

const anyTime: ListWishes = {
  days: [],
  from: null,
  to: null,
  practitionerSex: null,
  atShortNotice: false,
  note: null,
};

const redirectedTo = (way: WayForward): RedirectedTo | null => {
  switch (way.kind) {
    case 'outside':
      return { kind: 'outside', label: outsideLabels[way.place] };
    case 'colleague':
      return { kind: 'colleague', practitionerId: way.practitionerId };
    case 'registration-list':
    case 'unscheduled-slot':
      return null;
    default:
      return { kind: way.kind, label: null };
  }
};

const promised = ({ callback }: RefusalDraft): PromisedCallback | null =>
  callback?.due == null
    ? null
    : {
        due: callback.due,
        ...(callback.owner === null ? {} : { owner: callback.owner }),
        ...(callback.answer === null
          ? {}
          : { answer: answerOf(callback.answer, { due: callback.due, owner: callback.owner }) }),
      };

/**
 * How the request ends in the same commit: on the list if it was promised, with a call-back, or sent to whom was named
 * first. With a slot of the day it stays open: the slot is still to be found. So it does once a colleague accepted, unless
 * a call-back is promised: any other ending would give her place back.
 */
export const closingOf = (draft: RefusalDraft, profession: Profession): Closing | null => {
  const { ways, listed } = draft;
  const callback = promised(draft);
  if (ways.some(({ kind }) => kind === 'unscheduled-slot')) return null;
  const accepted = accepting(draft) !== null;
  if (!accepted && ways.some(({ kind }) => kind === 'registration-list'))
    return { kind: 'registration-list', profession, practitionerIds: [...listed], wishes: anyTime };
  if (callback !== null) {
    const { answer, ...toPatient } = callback;
    return { kind: 'callback', callback: toPatient, ...(answer === undefined ? {} : { answer }) };
  }
  if (accepted) return null;
  const to = ways.map(redirectedTo).find((one) => one !== null) ?? null;
  return to === null ? null : { kind: 'redirected', to };
};

/** What is promised besides that ending, in the same commit; null: nothing, or the ending is itself that call-back. */
export const promiseBeside = (draft: RefusalDraft, close: Closing | null): PromisedCallback | null =>
  close?.kind === 'callback' ? null : promised(draft);
