/**
 * Every text that a house may adjust, with the wording that Parvis brings. They are said to somebody who has just been
 * turned away: short, plain, kind, and true. None says more than what happened; none promises. Pure.
 */
import type { TextGroup, TextKey } from '../../../contract/texts.ts';

export const PLACES = {
  Praticien: { meaning: 'le praticien, en début de phrase', sample: 'Le Dr Fictif' },
  praticien: { meaning: 'le praticien, dans la phrase', sample: 'le Dr Fictif' },
  Confrère: { meaning: 'l’autre praticien de la maison, en début de phrase', sample: 'Mme Exemple' },
  confrère: { meaning: 'l’autre praticien de la maison, dans la phrase', sample: 'Mme Exemple' },
  'du confrère': { meaning: '« du Dr… », « de Mme… »', sample: 'de Mme Exemple' },
  structure: {
    meaning: 'la structure ou le professionnel choisi',
    sample: 'le centre de santé des Tilleuls',
  },
  accueil: { meaning: 'comment joindre la maison', sample: 'au 01 99 00 00 10' },
  numéro: { meaning: 'le numéro de la garde, dans les réglages', sample: '116 117' },
  Personne: { meaning: 'le nom de la personne', sample: 'FICTIVE Alma' },
  accueilli: { meaning: '« accueilli », « accueillie » ou « accueilli(e) »', sample: 'accueillie' },
  date: { meaning: 'la date de la demande', sample: '23 novembre 2026' },
} as const satisfies Readonly<Record<string, { readonly meaning: string; readonly sample: string }>>;
export type PlaceName = keyof typeof PLACES;

export interface CatalogueText {
  readonly group: TextGroup;
  readonly label: string;
  readonly when: string;
  /** Must stay in any wording of the house. */
  readonly required: readonly PlaceName[];
  /** May be used. */
  readonly optional: readonly PlaceName[];
  readonly text: string;
}

const say = (label: string, when: string, text: string): CatalogueText => ({
  group: 'say',
  label,
  when,
  required: ['Praticien'],
  optional: ['praticien'],
  text,
});
const next = (label: string, when: string, text: string): CatalogueText => ({
  group: 'say',
  label,
  when,
  required: [],
  optional: ['praticien', 'accueil'],
  text,
});
const step = (
  label: string,
  text: string,
  required: readonly PlaceName[] = [],
  when = 'Parmi « vos démarches », quand cette suite est choisie.',
): CatalogueText => ({
  group: 'step',
  label,
  when,
  required,
  optional: (['accueil', 'structure', 'numéro'] as const).filter(
    (place) => place === 'accueil' && !required.includes(place),
  ),
  text,
});
const paper = (
  label: string,
  when: string,
  text: string,
  required: readonly PlaceName[] = [],
  optional: readonly PlaceName[] = [],
): CatalogueText => ({ group: 'paper', label, when, required, optional, text });

const TOLD = 'Première phrase, quand le motif est dit.';

export const CATALOGUE: Readonly<Record<TextKey, CatalogueText>> = {
  'say.unavailable': say(
    'Sans motif',
    'Première phrase, quand le praticien ne donne pas son motif.',
    '{Praticien} n’a pas pu vous accueillir à ce jour, et nous en sommes désolés.',
  ),
  'say.reason.list-full': say(
    'Patientèle complète',
    TOLD,
    '{Praticien} n’a pas pu vous accueillir : sa patientèle est complète pour le moment.',
  ),
  'say.reason.outside-competence': say(
    'Hors de son exercice',
    TOLD,
    '{Praticien} n’a pas pu répondre à votre demande : ces soins ne font pas partie de son exercice.',
  ),
  'say.reason.absence-or-departure': say(
    'Absence ou fin d’activité',
    TOLD,
    '{Praticien} n’a pas pu vous accueillir : son absence ou son départ ne lui permet pas de commencer un suivi.',
  ),
  'say.reason.outside-mode-of-practice': say(
    'Hors de son mode d’exercice',
    TOLD,
    '{Praticien} n’a pas pu répondre à votre demande : ce mode de consultation ne fait pas partie de son exercice.',
  ),
  'say.reason.double-follow-up': say(
    'Suivi déjà assuré',
    TOLD,
    '{Praticien} n’a pas pu vous accueillir : un autre professionnel assure déjà ce suivi.',
  ),
  'say.reason.not-a-medical-request': say(
    'Demande qui n’est pas un soin',
    TOLD,
    '{Praticien} n’a pas pu répondre à votre demande : elle ne relève pas d’un soin.',
  ),
  'say.reason.breach-of-trust': say(
    'Confiance rompue',
    `${TOLD} Sur décision datée du praticien.`,
    '{Praticien} a décidé de ne pas poursuivre : la confiance nécessaire aux soins n’est plus réunie.',
  ),
  'say.reason.repeated-absence': say(
    'Rendez-vous manqués',
    `${TOLD} Sur décision datée du praticien.`,
    '{Praticien} a décidé de ne pas donner de nouveau rendez-vous : plusieurs rendez-vous ont été manqués.',
  ),
  'say.next.colleague': {
    group: 'say',
    label: 'Un confrère de la maison accueille',
    when: 'Seconde phrase, quand une place est prise auprès d’un confrère.',
    required: ['confrère'],
    optional: ['praticien', 'accueil'],
    text: 'Dans la même maison, {confrère} peut vous accueillir : nous voyons tout de suite comment.',
  },
  'say.next.plain': next(
    'La suite',
    'Seconde phrase, dans les autres cas.',
    'Voici ce que nous pouvons faire avec vous dès maintenant.',
  ),
  'say.next.continuity': next(
    'La suite, quand la continuité des soins est due',
    'Seconde phrase, pour les professions qui doivent s’en assurer.',
    'Vos soins doivent pouvoir se poursuivre : voici comment nous vous aidons à trouver une solution.',
  ),
  'say.next.orientation': next(
    'La suite, quand l’orientation est due',
    'Seconde phrase, pour les professions qui doivent orienter.',
    'Nous vous orientons vers un confrère ou une structure qui peut assurer ces soins : voici comment faire.',
  ),

  'step.colleague': step(
    'Confrère de la maison',
    '{Confrère} exerce dans la même maison et peut vous accueillir. Nous convenons du rendez-vous avec vous.',
    ['Confrère'],
  ),
  'step.registration-list': step(
    'Liste d’attente',
    'Votre demande est notée sur la liste d’attente de la maison. En attendant, vous pouvez continuer vos recherches ailleurs.',
  ),
  'step.unscheduled-slot': step(
    'Soin non programmé',
    'Pour un besoin qui ne peut pas attendre, la maison garde des créneaux chaque jour. Joignez-nous {accueil}.',
    ['accueil'],
  ),
  'step.outside': step(
    'Professionnel ou structure hors de la maison',
    'Nous vous orientons vers {structure}. Appelez avant de vous déplacer, en disant que vous venez de notre part.',
    ['structure'],
  ),
  'step.cpts': step(
    'CPTS',
    'Les professionnels de santé de votre territoire s’organisent ensemble. Leur équipe peut vous indiquer un professionnel disponible.',
  ),
  'step.cpts.doctor': step(
    'CPTS, pour trouver un médecin traitant',
    'Pour trouver un médecin traitant, commencez par l’organisation de votre territoire : elle connaît les médecins qui ont des places.',
    [],
    'Parmi « vos démarches », quand un médecin traitant est recherché.',
  ),
  'step.cpam': step(
    'CPAM',
    'Votre CPAM peut vous aider à trouver un professionnel près de chez vous, au 36 46 ou depuis votre compte ameli.',
  ),
  'step.cpam.doctor': step(
    'CPAM, pour trouver un médecin traitant',
    'Si cette première démarche n’aboutit pas, adressez-vous à votre CPAM, au 36 46 ou depuis votre compte ameli.',
    [],
    'Parmi « vos démarches », quand un médecin traitant est recherché.',
  ),
  'step.money': step(
    'Remboursement sans médecin traitant',
    'Sans médecin traitant, une consultation est en général moins bien remboursée. Votre CPAM peut tenir compte de votre situation.',
    [],
    'À la fin de « vos démarches », quand un médecin traitant est recherché.',
  ),
  'step.sas': step(
    '15 et service d’accès aux soins',
    'Si vous ne pouvez pas attendre et ne trouvez pas de rendez-vous, appelez le 15 : le service d’accès aux soins vous orientera.',
  ),
  'step.out-of-hours': step(
    'Garde, hors des heures d’ouverture',
    'Le soir, la nuit, le week-end et les jours fériés, le {numéro} vous met en relation avec un médecin de garde.',
    ['numéro'],
  ),
  'step.pharmacy': step(
    'Pharmacie',
    'Votre pharmacien peut vous conseiller, et vous dire s’il faut voir un médecin.',
  ),
  'step.teleconsultation': step(
    'Téléconsultation',
    'Une téléconsultation peut convenir à certains besoins. Votre pharmacie ou votre mairie peut vous indiquer un lieu où en faire une.',
  ),

  'recourse.order': {
    group: 'recourse',
    label: 'Refus vécu comme discriminatoire, profession avec un Ordre',
    when: 'À dire à une personne qui pense avoir été refusée pour un motif interdit.',
    required: [],
    optional: ['praticien', 'accueil'],
    text: 'Si vous pensez avoir subi un refus de soins discriminatoire, vous pouvez saisir le directeur de votre CPAM ou le conseil de l’Ordre de cette profession. Une conciliation vous sera proposée ; le médiateur de votre CPAM peut aussi vous écouter.',
  },
  'recourse.no-order': {
    group: 'recourse',
    label: 'Refus vécu comme discriminatoire, profession sans Ordre',
    when: 'À dire à une personne qui pense avoir été refusée pour un motif interdit.',
    required: [],
    optional: ['praticien', 'accueil'],
    text: 'Si vous pensez avoir subi un refus de soins discriminatoire, vous pouvez saisir le directeur de votre CPAM ; son médiateur peut aussi vous écouter.',
  },

  'paper.statement': paper(
    'Ce qui est attesté',
    'La phrase principale de l’attestation.',
    '{Personne} a contacté notre maison de santé le {date} et n’a pas pu être {accueilli} à ce jour par {praticien}.',
    ['Personne', 'date', 'accueilli', 'praticien'],
  ),
  'paper.declined': paper(
    'Place proposée et non retenue',
    'Parmi « ce qui a été proposé », quand la personne a préféré une autre solution.',
    'Une place auprès {du confrère} a été proposée. Elle n’a pas été retenue.',
    ['du confrère'],
  ),
  'paper.condition': paper(
    'Conditions d’accueil d’un confrère',
    'Parmi « ce qui a été proposé », quand elles ne sont pas réunies.',
    'L’accueil auprès {du confrère} a été examiné. Les conditions n’en sont pas réunies à ce jour.',
    ['du confrère'],
  ),
  'paper.urgent': paper(
    'En cas d’urgence',
    'Au bas de l’attestation, toujours.',
    'En cas d’urgence, appelez le 15. Si vous ne pouvez pas parler ou entendre, SMS au 114.',
  ),
  'paper.foot': paper(
    'Ce que vaut l’attestation',
    'Tout en bas, en petit.',
    'Cette attestation constate une démarche. Elle ne comporte aucune information de santé.',
  ),
};

export const TEXT_KEYS = Object.keys(CATALOGUE) as TextKey[];

/** Every place filled with its sample. */
export const SAMPLES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PLACES).map(([name, { sample }]) => [name, sample]),
);
