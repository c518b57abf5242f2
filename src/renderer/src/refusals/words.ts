/** How newcomers are received, in the words of the screen. */
import type { Condition, Ground, Policy, PolicyState, WhoSorts } from '../../../contract/intake.ts';
import type { Day } from '../../../contract/time.ts';
import type { Shape, Tone } from '../ui/StatusChip.tsx';

export const stateLabels: Readonly<Record<PolicyState, string>> = {
  open: 'Ouvert',
  closed: 'Complet',
  quota: 'Quota par mois',
  conditional: 'Sous condition',
};

export const stateHints: Readonly<Record<PolicyState, string>> = {
  open: 'Sans limite.',
  closed: 'Personne de nouveau.',
  quota: 'Puis fermé jusqu’au mois suivant.',
  conditional: 'Si elle est remplie.',
};

export const groundLabels: Readonly<Record<Ground, string>> = {
  'list-full': 'Patientèle complète',
  'outside-competence': 'Hors de son champ de compétence',
  'absence-or-departure': 'Absence ou départ',
  'outside-mode-of-practice': 'Hors de son mode d’exercice',
  'double-follow-up': 'Déjà suivi ailleurs pour la même chose',
  'not-a-medical-request': 'Demande qui n’est pas médicale',
  'breach-of-trust': 'Rupture de confiance',
  'repeated-absence': 'Rendez-vous manqués à répétition',
};

export const groundHints: Partial<Readonly<Record<Ground, string>>> = {
  'outside-mode-of-practice': 'par exemple : pas de visites à domicile',
  'breach-of-trust': 'décision du praticien',
  'repeated-absence': 'décision du praticien',
};

export const conditionLabels: Readonly<Record<Condition, string>> = {
  'referred-by-professional': 'Adressé par un professionnel',
  'home-visit-in-sector': 'Visite à domicile dans le secteur',
};

export const sortsLabels: Readonly<Record<WhoSorts, string>> = {
  reception: 'L’accueil, avec la carte des signes d’alerte',
  practitioner: 'Le praticien : on lui passe l’appel',
  'everyone-is-taken': 'Personne ne trie : tout le monde est reçu',
};

/** Said of a closed door at a glance; the ground itself is a line below. */
const CLOSED: Readonly<Record<NonNullable<Policy['ground']>, string>> = {
  'list-full': 'complet',
  'outside-competence': 'hors compétence',
  'absence-or-departure': 'absence ou départ',
  'outside-mode-of-practice': 'hors mode d’exercice',
};

export const closedWord = (ground: Policy['ground']): string => (ground === null ? 'fermé' : CLOSED[ground]);

export const placesText = (left: number): string =>
  left === 0 ? 'plus de place ce mois-ci' : `${left} place${left > 1 ? 's' : ''} ce mois-ci`;

export interface Mark {
  readonly tone: Tone;
  readonly shape: Shape;
  readonly text: string;
}

/** « 02/09 », or with its year when that is another one. */
export const shortDay = (day: Day, today: Day): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return year === today.slice(0, 4) ? `${date}/${month}` : `${date}/${month}/${year}`;
};
