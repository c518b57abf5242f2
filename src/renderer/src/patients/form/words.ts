/** What the form says: fields, needs, and what is wrong with each field. */
import type { FieldError } from '../../../../contract/errors.ts';
import type { Need, Resemblance, Sex } from '../../../../contract/patients.ts';
import type { FormValues } from './values.ts';

export const fieldLabel: Readonly<Record<keyof FormValues, string>> = {
  birthName: 'Nom de naissance',
  usedName: 'Nom utilisé',
  givenNames: 'Prénoms de naissance',
  usedGivenName: 'Prénom utilisé',
  birth: 'Date de naissance',
  sex: 'Sexe',
  validated: 'Identité vérifiée',
  phones: 'Téléphones',
  email: 'E-mail',
  address: 'Adresse',
  postalCode: 'Code postal',
  city: 'Commune',
  doctor: 'Médecin traitant',
  doctorId: 'Médecin traitant',
  doctorName: 'Médecin traitant',
  needs: 'Besoins',
  note: 'Note',
};

export const needLabel: Readonly<Record<Need, string>> = {
  wheelchair: 'Fauteuil roulant',
  interpreter: 'Interprète',
  'sign-language': 'Langue des signes',
  companion: 'Accompagnant',
  'low-vision': 'Malvoyance',
  'home-visit': 'À domicile',
};

export const sexLabel: Readonly<Record<Sex, string>> = {
  female: 'Féminin',
  male: 'Masculin',
  unknown: 'Non renseigné',
};

export const reasonLabel: Readonly<Record<Resemblance['because'][number], string>> = {
  'same-name-and-birth': 'même nom, même naissance',
  'same-phone-and-name': 'même téléphone, nom proche',
  'same-birth-close-name': 'même naissance, nom proche',
  'swapped-names': 'nom et prénom inversés',
  'same-name': 'même nom, naissance inconnue',
};

export const phoneMessages: Readonly<Record<string, string>> = {
  'phone-unreadable': 'Un numéro ne contient que des chiffres.',
  'phone-too-short': 'Il manque des chiffres à ce numéro.',
  'phone-too-long': 'Ce numéro a trop de chiffres.',
  'phone-invalid': 'Ce numéro n’existe pas sous cette forme.',
};

const MESSAGES: Readonly<Record<string, string>> = {
  ...phoneMessages,
  'birth-date-invalid': 'Date non comprise. Par exemple : 12/03/1952, 1952, vers 1952, inconnue.',
  'birth-date-in-future': 'Cette date est dans le futur.',
  'birth-date-too-old': 'Cette date est trop ancienne : vérifiez l’année.',
  'needed-to-validate': 'Indispensable pour une identité vérifiée.',
};

const BY_FIELD: Readonly<Record<string, string>> = {
  birthName: 'Le nom de naissance est indispensable.',
  email: 'Cette adresse e-mail n’est pas complète.',
};

export const messageOf = ({ path, code }: FieldError): string =>
  MESSAGES[code] ??
  (code === 'too_big' ? 'Ce texte est trop long.' : (BY_FIELD[path] ?? 'Ce champ est à corriger.'));

/** The field of the form that a path of the draft points at; a phone keeps its row. */
export const fieldOfPath = (path: string): string =>
  path.startsWith('patient.') ? fieldOfPath(path.slice(8)) : path.startsWith('birth.') ? 'birth' : path;
