/** The directory in the words of the front desk: professions, kinds of structures, what is known of whom. */
import type { DirectoryKind, DirectoryProfession, FilePart, Told } from './directory.ts';
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
