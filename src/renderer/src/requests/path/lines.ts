/** What was asked, tried, promised and said, from the desk's own path. Pure. */
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Callback } from '../../../../contract/callbacks.ts';
import type { Contract } from '../../../../contract/index.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import type { DeskRequest, PathEvent, RequestOutcome } from '../../../../contract/requests.ts';
import type { Shape, Tone } from '../../ui/StatusChip.tsx';
import { matterText, originText, outcomeText } from '../said.ts';
import type { PathLine } from './path-line.ts';

export type History = InferContractRouterOutputs<Contract>['requests']['history'];

interface Look {
  readonly tone: Tone;
  readonly shape: Shape;
}

const ASKED: Look = { tone: 'blue', shape: 'dot' };
const QUIET: Look = { tone: 'grey', shape: 'ring' };
const DONE: Look = { tone: 'green', shape: 'check' };
const WAITING: Look = { tone: 'amber', shape: 'ring' };
const ENDED: Look = { tone: 'red', shape: 'cross' };

const CHANGED: Readonly<Record<string, string>> = {
  nature: 'nature',
  origin: 'origine',
  professional: 'professionnel',
  patientAgrees: 'accord de la personne',
  patientId: 'personne',
  callerName: 'appelant',
  practitionerId: 'praticien',
  profession: 'métier',
  message: 'message',
  wish: 'souhait',
  owner: 'responsable',
  due: 'échéance',
};

const outcomeLook = ({ kind }: RequestOutcome): Look => {
  if (kind === 'unresolved' || kind === 'emergency') return ENDED;
  if (kind === 'withdrawn') return QUIET;
  return kind === 'callback' || kind === 'registration-list' || kind === 'earlier-list' ? WAITING : DONE;
};

type Said = Look & Pick<PathLine, 'title' | 'detail'>;

/** Acronyms stay what they are. */
const uncapitalised = (text: string): string =>
  /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLocaleLowerCase('fr-FR') + text.slice(1);

type Asked = Extract<PathEvent['what'], { kind: 'asked' }>;

/** « , pharmacie (M. Roy), par sa fille »; nothing when the journal no longer says. */
const doorOf = ({ origin, professional, callerName }: Asked): string => {
  const door = [
    ...(origin === null ? [] : [uncapitalised(originText({ origin, professional }))]),
    ...(callerName === null ? [] : [`par ${callerName}`]),
  ];
  return door.length === 0 ? '' : `, ${door.join(', ')}`;
};

const ofRequest = (
  { what }: PathEvent,
  request: DeskRequest | undefined,
  practitioners: readonly Practitioner[],
): Said | null => {
  const matter = request === undefined ? 'Demande' : matterText(request);
  switch (what.kind) {
    case 'asked':
      return {
        ...ASKED,
        title: `${what.again ? 'Redemandé' : 'Demande'} : ${matter}${doorOf(what)}`,
        detail: what.wish,
      };
    case 'changed': {
      const changed = what.changed.flatMap((field) => CHANGED[field] ?? []);
      return changed.length === 0
        ? null
        : { ...QUIET, title: `Demande précisée : ${changed.join(', ')}`, detail: null };
    }
    case 'closed':
      return what.outcome === null
        ? { ...QUIET, title: `${matter} : close`, detail: null }
        : {
            ...outcomeLook(what.outcome),
            title: `${matter} : ${outcomeText(what.outcome, practitioners)}`,
            detail: null,
          };
    case 'reopened':
      return { ...ASKED, title: `${matter} : rouverte`, detail: null };
    default:
      return null;
  }
};

const ofAnyCallback = ({ what }: PathEvent, callback: Callback | undefined): Said | null => {
  switch (what.kind) {
    case 'promised':
      return {
        ...WAITING,
        title: callback?.answersProfessional === true ? 'Réponse promise' : 'Rappel promis',
        detail: callback?.about ?? null,
      };
    case 'tried':
      return { ...QUIET, title: 'Rappel essayé, pas de réponse', detail: null };
    case 'not-tried':
      return { ...QUIET, title: 'Essai de rappel annulé', detail: null };
    case 'changed':
      return { ...QUIET, title: 'Rappel changé', detail: null };
    case 'kept':
      return { ...DONE, title: 'Rappel tenu', detail: what.said };
    case 'given-up':
      return { ...ENDED, title: 'Injoignable, rappel clos', detail: null };
    case 'called-off':
      return { ...QUIET, title: 'Rappel plus souhaité', detail: null };
    case 'reopened':
      return { ...WAITING, title: 'Rappel de nouveau attendu', detail: null };
    default:
      return null;
  }
};

/** What happens to the answer owed to whoever asked for the person is told under that name. */
const ofCallback = (event: PathEvent, callback: Callback | undefined): Said | null => {
  const said = ofAnyCallback(event, callback);
  if (said === null || callback?.answersProfessional !== true) return said;
  return { ...said, title: `${callback.callerName ?? ''} : ${uncapitalised(said.title)}` };
};

export const requestPath = (
  { path, requests, callbacks }: History,
  practitioners: readonly Practitioner[],
): readonly PathLine[] =>
  path.flatMap((event, index) => {
    const { about, at, by } = event;
    const said =
      about.kind === 'request'
        ? ofRequest(
            event,
            requests.find(({ id }) => id === about.id),
            practitioners,
          )
        : ofCallback(
            event,
            callbacks.find(({ id }) => id === about.id),
          );
    // The desk gives the latest first: its place tells two lines of one moment apart.
    return said === null
      ? []
      : [{ key: `${about.kind} ${about.id} ${path.length - index}`, at, by, ...said }];
  });
