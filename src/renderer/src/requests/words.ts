/** What requests and call-backs are called on screen. One table a coded value; whole sentences are made in `said.ts`. */
import type {
  RedirectedTo,
  RequestMessage,
  RequestNature,
  RequestOrigin,
  UnresolvedReason,
} from '../../../contract/requests.ts';

interface NatureWords {
  readonly label: string;
  /** The single key that chooses it. */
  readonly key: string;
}

/** In the order of the chips. */
export const natures: Readonly<Record<RequestNature, NatureWords>> = {
  appointment: { label: 'Rendez-vous', key: 'r' },
  registration: { label: 'Médecin traitant', key: 't' },
  unscheduled: { label: 'Soin non programmé', key: 's' },
  message: { label: 'Message', key: 'm' },
  redirection: { label: 'Orientation', key: 'o' },
  administrative: { label: 'Administratif', key: 'a' },
};

/** In the order of their digits. */
export const messageKinds: Readonly<Record<RequestMessage['kind'], string>> = {
  prescription: 'Ordonnance',
  result: 'Résultat',
  advice: 'Conseil',
  administrative: 'Papier, certificat',
};

/** By which door a request came. */
export const originLabel: Readonly<Record<RequestOrigin, string>> = {
  call: 'Appel',
  counter: 'Guichet',
  pharmacy: 'Pharmacie',
  nurse: 'Infirmier',
  'other-practice': 'Autre cabinet',
  'emergency-department': 'Urgences',
  sas: 'SAS, 15',
  cpts: 'CPTS',
  telesecretariat: 'Télésecrétariat',
};

export const unresolvedReasons: Readonly<Record<UnresolvedReason, string>> = {
  'nothing-found': 'Rien trouvé, ni ici ni ailleurs',
  'offers-declined': 'Propositions déclinées',
  unreachable: 'Personne injoignable',
  duplicate: 'Demande en double',
  'opened-by-mistake': 'Ouverte par erreur',
};

/** In the order of their digits. */
export const redirectedKinds: Readonly<Record<RedirectedTo['kind'], string>> = {
  colleague: 'Confrère de la maison',
  outside: 'Autre professionnel, structure',
  cpts: 'CPTS',
  sas: 'SAS',
  'out-of-hours': 'Garde',
  'emergency-department': 'Urgences',
  pharmacy: 'Pharmacie',
  teleconsultation: 'Téléconsultation',
  cpam: 'CPAM',
};

/** The keys of a table, in its order, typed. */
export const codesOf = <C extends string>(table: Readonly<Record<C, unknown>>): readonly C[] =>
  Object.keys(table) as C[];

/** What is most often said back, so that one digit says it. Practical words, never what a result holds. */
export const usualAnswers: readonly string[] = [
  'Tout est en ordre',
  'Prêt à l’accueil',
  'Prendre rendez-vous',
  'Le praticien rappelle',
];
