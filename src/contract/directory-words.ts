/** The directory in the words of the front desk: professions, kinds of structures, what is known of whom. */

import type { DirectoryEntry, DirectoryKind, DirectoryProfession, FilePart, Told } from './directory.ts';
import type { DirectoryFileReason } from './directory-file.ts';
import { type Profession, professionLabels } from './professions.ts';

const ofTheHouse = (profession: Exclude<Profession, 'other'>): string => professionLabels[profession].label;

export const directoryProfessionLabels: Readonly<Record<DirectoryProfession, string>> = {
  'general-practitioner': ofTheHouse('general-practitioner'),
  specialist: ofTheHouse('specialist'),
  physician: 'Médecin, spécialité non dite',
  nurse: ofTheHouse('nurse'),
  physiotherapist: ofTheHouse('physiotherapist'),
  midwife: ofTheHouse('midwife'),
  dentist: ofTheHouse('dentist'),
  pharmacist: 'Pharmacien',
  'speech-therapist': ofTheHouse('speech-therapist'),
  podiatrist: ofTheHouse('podiatrist'),
  psychologist: ofTheHouse('psychologist'),
  dietitian: ofTheHouse('dietitian'),
  'occupational-therapist': ofTheHouse('occupational-therapist'),
  orthoptist: ofTheHouse('orthoptist'),
  'psychomotor-therapist': ofTheHouse('psychomotor-therapist'),
  optician: 'Opticien-lunetier',
  audiologist: 'Audioprothésiste',
  other: 'Autre profession',
};

export const directoryKindLabels: Readonly<Record<DirectoryKind, string>> = {
  person: 'Professionnel',
  practice: 'Cabinet',
  msp: 'Maison de santé',
  cpts: 'CPTS',
  ess: 'Équipe de soins spécialisés',
  hospital: 'Hôpital ou clinique',
  pharmacy: 'Pharmacie',
  service: 'Service (SAS, garde…)',
  structure: 'Autre structure',
};

export const toldLabels: Readonly<Record<Told, string>> = { yes: 'Oui', no: 'Non', unknown: 'Ne sait pas' };

export const filePartLabels: Readonly<Record<FilePart, string>> = {
  names: 'nom',
  profession: 'profession',
  competences: 'compétences',
  places: 'lieux',
  publicPhone: 'téléphone',
};

/** What an entry is, in a few words: « Cardiologie » says more than « Médecin spécialiste ». */
export const whatItIs = (entry: {
  readonly kind: DirectoryKind;
  readonly profession: DirectoryProfession | null;
  readonly professionLabel: string | null;
}): string =>
  entry.professionLabel ??
  (entry.profession === null ? directoryKindLabels[entry.kind] : directoryProfessionLabels[entry.profession]);

/** « Dr LEMAIRE Anne », « Pharmacie du Pont » */
export const entryName = (entry: {
  readonly kind: DirectoryKind;
  readonly title: string;
  readonly name: string;
  readonly givenName: string;
}): string =>
  entry.kind === 'person'
    ? [entry.title, entry.name.toLocaleUpperCase('fr-FR'), entry.givenName]
        .filter((part) => part !== '')
        .join(' ')
    : entry.name;

type Reached = Pick<DirectoryEntry, 'publicPhone' | 'professionalPhone'> & {
  readonly places: readonly Pick<DirectoryEntry['places'][number], 'phone'>[];
};

/** The number that may be given to a patient; never the one between professionals. E.164; null when none is known. */
export const phoneToGive = (entry: Pick<Reached, 'publicPhone' | 'places'> | null): string | null =>
  entry === null
    ? null
    : (entry.publicPhone ?? entry.places.find(({ phone }) => phone !== null)?.phone ?? null);

/** The number that the house rings: between professionals first. E.164; null when none is known. */
export const phoneToRing = (entry: Reached | null): string | null =>
  entry === null ? null : (entry.professionalPhone ?? phoneToGive(entry));

/** A file that is not taken: what it is, and which one to take. Nothing was imported. */
export const fileRefusedText = ({
  file,
  reason,
  columns,
}: {
  readonly file: string;
  readonly reason: DirectoryFileReason;
  readonly columns: readonly string[];
}): { readonly title: string; readonly body: string } => ({
  title: `Le fichier « ${file} » ne peut pas remplir l’annuaire`,
  body: `${whyRefused(reason, columns)} Rien n’a été importé.`,
});

const TAKE_THIS =
  'Prenez le fichier « PS_LibreAcces_Personne_activite » de l’Annuaire santé (data.gouv.fr ou annuaire.sante.fr).';

const whyRefused = (reason: DirectoryFileReason, columns: readonly string[]): string => {
  switch (reason) {
    case 'empty':
      return `Il est vide. ${TAKE_THIS}`;
    case 'archive':
      return 'C’est une archive encore fermée (zip ou semblable) : ouvrez-la, puis choisissez le fichier « PS_LibreAcces_Personne_activite » qu’elle contient.';
    case 'mssante':
      return `C’est la liste des adresses MSSanté, et non celle des professionnels. ${TAKE_THIS}`;
    case 'prosanteconnect':
      return `C’est une extraction ProSantéConnect, d’accès restreint : elle porte des dates de naissance et n’a pas sa place ici. ${TAKE_THIS}`;
    case 'other-extraction':
      return `C’est une autre partie de la même publication (savoir-faire ou diplômes), qui ne dit ni lieu ni téléphone. ${TAKE_THIS}`;
    case 'patients':
      return 'Il ressemble à une liste de patients. Aucun patient n’entre dans l’annuaire : pour reprendre un ancien agenda, passez par Réglages.';
    case 'not-utf8':
      return 'Ses accents sont illisibles : il a sans doute été ouvert puis enregistré par un tableur. Reprenez-le tel que téléchargé.';
    case 'columns-missing':
      return `Il y manque des colonnes indispensables : ${columns.join(', ')}. ${TAKE_THIS}`;
    case 'unknown':
      return `Il n’a pas été reconnu. ${TAKE_THIS}`;
    case 'cut':
      return 'Il est coupé : sa dernière ligne s’arrête au milieu. Téléchargez-le de nouveau.';
  }
};

const lineReasons: Readonly<Record<string, string>> = {
  cells: 'nombre de cellules inattendu',
  'identifier-missing': 'identifiant absent ou illisible',
  'name-missing': 'nom absent',
  'nul-byte': 'caractère nul',
  encoding: 'caractères illisibles',
};

/** Why a line of the extraction was left out. */
export const lineReasonText = (reason: string): string => lineReasons[reason] ?? reason;
