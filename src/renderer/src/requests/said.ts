/** Requests, call-backs and their outcomes, as sentences. Pure. */
import type { Callback } from '../../../contract/callbacks.ts';
import type { Practitioner } from '../../../contract/practice.ts';
import { professionLabels } from '../../../contract/professions.ts';
import type { DeskRequest, RedirectedTo, RequestOutcome } from '../../../contract/requests.ts';
import { practitionerName } from '../agenda/practitioner-name.ts';
import { messageKinds, natures, originLabel, redirectedKinds, unresolvedReasons } from './words.ts';

const quoted = (text: string | null): string =>
  text === null || text.trim() === '' ? '' : ` : « ${text.trim()} »`;

/** « Message, résultat, urgent »; « Médecin traitant ». */
export const matterText = ({ nature, message }: Pick<DeskRequest, 'nature' | 'message'>): string =>
  [
    natures[nature].label,
    ...(message === null ? [] : [messageKinds[message.kind].toLocaleLowerCase('fr-FR')]),
    ...(message?.urgent === true ? ['urgent'] : []),
  ].join(', ');

/** « Rendez-vous : « renouvellement » ». */
export const requestGist = (request: Pick<DeskRequest, 'nature' | 'message' | 'wish'>): string =>
  `${matterText(request)}${quoted(request.wish)}`;

export const redirectedText = (to: RedirectedTo, practitioners: readonly Practitioner[]): string => {
  if (to.kind === 'colleague') {
    const one = practitioners.find(({ id }) => id === to.practitionerId);
    return one === undefined ? redirectedKinds.colleague : practitionerName(one);
  }
  if (to.kind === 'outside') return to.label;
  const kind = redirectedKinds[to.kind];
  if (to.label === null || to.label === '') return kind;
  // « Pharmacie du Marché » says what it is.
  return to.label.startsWith(kind) ? to.label : `${kind}, ${to.label}`;
};

/** What became of a request, in a few words. */
export const outcomeText = (outcome: RequestOutcome, practitioners: readonly Practitioner[]): string => {
  switch (outcome.kind) {
    case 'appointment':
      return 'Rendez-vous pris';
    case 'registration-list':
      return `Inscrit sur la liste, ${professionLabels[outcome.profession].label.toLocaleLowerCase('fr-FR')}`;
    case 'earlier-list':
      return 'Inscrit sur la liste « plus tôt »';
    case 'redirected':
      return `Orienté vers : ${redirectedText(outcome.to, practitioners)}`;
    case 'emergency':
      return 'Envoyé au 15';
    case 'answered':
      return `Répondu${quoted(outcome.said)}`;
    case 'withdrawn':
      return 'Ne demande plus rien';
    case 'unresolved':
      return `Sans solution : ${unresolvedReasons[outcome.reason].toLocaleLowerCase('fr-FR')}`;
    case 'callback':
      return 'Rappel promis';
  }
};

/** What is to be said or asked when ringing back; null when nobody noted it. */
export const aboutText = ({ about }: Pick<Callback, 'about'>): string | null =>
  about === null || about.trim() === '' ? null : about.trim();

/** « réponse à sa demande pour DUPONT Marie »: whoever asked is told what came of it. */
export const answerText = ({ patient }: Pick<Callback, 'patient'>): string =>
  `réponse à sa demande${patient === null ? '' : ` pour ${patient.displayName}`}`;

/** « Pharmacie (M. Roy) »; « Pharmacie du Marché », whose name says the door already; « Appel ». */
export const originText = ({
  origin,
  professional,
}: Pick<DeskRequest, 'origin' | 'professional'>): string => {
  const label = originLabel[origin];
  if (professional === null) return label;
  // « Infirmière libérale » stands for « Infirmier » too.
  return professional.toLocaleLowerCase('fr-FR').startsWith(label.slice(0, 7).toLocaleLowerCase('fr-FR'))
    ? professional
    : `${label} (${professional})`;
};
