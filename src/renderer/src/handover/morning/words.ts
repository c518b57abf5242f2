/** What the screen says of the night's lines. Pure. */
import type {
  AsideReason,
  LineField,
  LineKind,
  LineProblem,
  LineReading,
  ReturnLine,
  Settled,
} from '../../../../contract/night-return.ts';
import type { Resemblance } from '../../../../contract/patients.ts';

export const fieldLabels: Readonly<Record<LineField, string>> = {
  heard: 'Heure de l’appel',
  familyName: 'Nom',
  givenName: 'Prénom',
  birth: 'Naissance',
  phone: 'Téléphone',
  matter: 'Motif ou message',
  whom: 'Pour qui',
  kind: 'Type',
  day: 'Jour du rdv',
  start: 'Heure du rdv',
};

export const kindLabels: Readonly<Record<LineKind, string>> = {
  request: 'Demande',
  callback: 'Rappel',
  appointment: 'Rendez-vous',
};

export const asideLabels: Readonly<Record<AsideReason, string>> = {
  duplicate: 'Doublon',
  'already-done': 'Déjà fait',
  'not-for-us': 'Pas pour la maison',
  'wrong-call': 'Appel par erreur',
};

export const problemTexts: Readonly<Record<LineProblem['code'], string>> = {
  'too-long': 'Trop long : raccourcissez, le texte collé reste gardé.',
  nobody: 'Ni nom ni téléphone : dites au moins l’un des deux.',
  'name-missing': 'Un rendez-vous est au nom de quelqu’un.',
  'birth-unreadable': 'Date de naissance illisible : par exemple 12/03/1952, ou 1952.',
  'phone-unreadable': 'Numéro illisible : dix chiffres, ou + et l’indicatif.',
  'nobody-to-call': 'Personne à rappeler : donnez un numéro, ou choisissez la personne.',
  'practitioner-unknown': 'Personne de ce nom ne travaille ici.',
  'practitioner-ambiguous': 'Plusieurs praticiens portent ce nom : ajoutez le prénom.',
  'practitioner-missing': 'Un rendez-vous est avec quelqu’un : dites avec qui.',
  'day-unreadable': 'Jour illisible : par exemple 24/11, ou demain.',
  'day-missing': 'Un rendez-vous a un jour.',
  'hour-unreadable': 'Heure illisible : par exemple 10:20.',
  'hour-missing': 'Un rendez-vous a une heure.',
  'no-type': 'Ce praticien n’a aucun motif de rendez-vous.',
};

export const collisionTexts: Readonly<Record<NonNullable<LineReading['collision']>['why'], string>> = {
  taken: 'Cette place est prise',
  closed: 'Hors des heures ouvertes',
  absent: 'Le praticien est absent',
  holiday: 'Jour férié',
  past: 'Cette heure est passée',
  reserved: 'Temps gardé pour autre chose',
  'patient-busy': 'La personne a déjà rendez-vous à cette heure',
};

export const alreadyTexts: Readonly<Record<NonNullable<LineReading['already']>, string>> = {
  'open-request': 'Déjà demandé : complète la demande ouverte',
  'open-callback': 'Un rappel est déjà promis à cette personne',
  'same-day': 'A déjà un rendez-vous ce jour-là',
  'same-appointment': 'Ce rendez-vous est déjà dans l’agenda',
};

export const becauseTexts: Readonly<Record<Resemblance['because'][number], string>> = {
  'same-name-and-birth': 'même nom, même naissance',
  'same-phone-and-name': 'même téléphone',
  'same-birth-close-name': 'même naissance, nom proche',
  'swapped-names': 'nom et prénom inversés',
  'same-name': 'même nom',
};

export const bringTexts: Readonly<Record<string, string>> = {
  empty: 'Rien à lire dans ce qui a été collé.',
  'not-a-table':
    'Ce n’est pas un tableau : copiez les lignes depuis un tableur, ou séparez les cases par un point-virgule.',
  'too-many-lines': 'Plus de 300 lignes : collez le tableau en plusieurs fois.',
  too_big: 'Plus de 300 lignes : collez le tableau en plusieurs fois.',
};

const settledWord: Readonly<Record<Settled['what'], string>> = {
  request: 'Demande ouverte',
  callback: 'Rappel promis',
  appointment: 'Rendez-vous pris',
  aside: 'Écartée',
};

export const settledText = ({ what, reason }: Settled): string =>
  reason === null ? settledWord[what] : `${settledWord[what]} : ${asideLabels[reason].toLowerCase()}`;

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** « 42 lignes sur 42 : 30 demandes, 8 rappels, 2 rendez-vous, 2 écartées » */
export const accountText = (lines: readonly Pick<ReturnLine, 'settled'>[]): string => {
  const of = (what: Settled['what']) => lines.filter(({ settled }) => settled?.what === what).length;
  const done = lines.filter(({ settled }) => settled !== null).length;
  const parts = [
    [of('request'), 'demande', 'demandes'],
    [of('callback'), 'rappel', 'rappels'],
    [of('appointment'), 'rendez-vous', 'rendez-vous'],
    [of('aside'), 'écartée', 'écartées'],
  ] as const;
  const said = parts.flatMap(([n, one, many]) => (n === 0 ? [] : [counted(n, one, many)]));
  const head = `${counted(done, 'ligne', 'lignes')} sur ${lines.length}`;
  return said.length === 0 ? head : `${head} : ${said.join(', ')}`;
};
