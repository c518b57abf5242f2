/**
 * The take-over in the words of the front desk: kinds of files, our fields, why a line is refused or deserves a look.
 * The screen, the command and the file of refused lines say the same thing.
 */
import type { ErrorData } from './errors.ts';
import type { FileInspection, FileRole } from './exchange.ts';

/** Bytes of one piece of `exchange.addChunk`. */
export const IMPORT_PIECE = 512 * 1024;
/** Bytes. Thirty years of a large house are a tenth of it. */
export const LARGEST_IMPORT_FILE = 64 * 1024 * 1024;

export const roleLabels: Readonly<Record<FileRole, string>> = {
  practitioners: 'Praticiens',
  openingHours: 'Horaires',
  appointmentTypes: 'Motifs',
  patients: 'Patients',
  appointments: 'Rendez-vous',
  ignored: 'Ne pas reprendre',
};

export const encodingLabels: Readonly<Record<FileInspection['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16',
};

export const separatorLabels: Readonly<Record<FileInspection['separator'], string>> = {
  ';': 'point-virgule',
  ',': 'virgule',
  '\t': 'tabulation',
  '|': 'barre verticale',
};

export interface ImportField {
  readonly label: string;
  readonly required: boolean;
  /** What a cell may hold, where that is not obvious. */
  readonly hint?: string;
}

const must = (label: string, hint?: string): ImportField => ({
  label,
  required: true,
  ...(hint === undefined ? {} : { hint }),
});
const may = (label: string, hint?: string): ImportField => ({ ...must(label, hint), required: false });

/** Our fields, in the order in which a person would look for them. */
export const importFields = {
  practitioners: {
    code: must('Code', 'celui que citent les horaires et les rendez-vous'),
    title: may('Civilité'),
    familyName: must('Nom'),
    givenName: may('Prénom'),
    profession: must('Profession'),
    rpps: may('Numéro RPPS'),
    step: may('Pas de l’agenda', 'en minutes'),
  },
  openingHours: {
    practitioner: must('Praticien', 'son code'),
    weekday: must('Jour'),
    start: must('Début'),
    end: must('Fin'),
    weeks: may('Semaines', 'paire, impaire, ou vide'),
    from: may('À partir du'),
    to: may('Jusqu’au'),
  },
  appointmentTypes: {
    profession: must('Profession'),
    name: must('Motif'),
    minutes: must('Durée', 'en minutes'),
  },
  patients: {
    code: may('Code', 'celui que citent les rendez-vous'),
    birthName: must('Nom de naissance'),
    usedName: may('Nom utilisé'),
    givenNames: must('Prénom'),
    birth: must('Date de naissance', 'ou l’année seule'),
    sex: may('Sexe'),
    phone: may('Téléphone'),
    mobile: may('Mobile'),
    email: may('E-mail'),
    address: may('Adresse'),
    postalCode: may('Code postal'),
    city: may('Commune'),
    doctor: may('Médecin traitant', 'le code du praticien'),
  },
  appointments: {
    code: may('Numéro'),
    practitioner: must('Praticien', 'son code'),
    patient: must('Patient', 'son code'),
    day: must('Date'),
    start: must('Heure'),
    minutes: must('Durée', 'en minutes'),
    type: may('Motif'),
    status: must('Statut'),
    comment: may('Commentaire'),
  },
} as const satisfies Record<Exclude<FileRole, 'ignored'>, Record<string, ImportField>>;

export const fieldsOfRole = (role: FileRole): readonly (readonly [name: string, field: ImportField])[] =>
  role === 'ignored' ? [] : Object.entries<ImportField>(importFields[role]);

export const fieldLabel = (role: FileRole, name: string): string =>
  fieldsOfRole(role).find(([known]) => known === name)?.[1].label ?? name;

/** Why a line was refused, in the words of whoever has to mend it. */
const refusalTexts: Readonly<Record<string, string>> = {
  'birth-name-missing': 'Nom de naissance absent',
  'birth-date-invalid': 'Date de naissance impossible',
  'birth-date-in-future': 'Date de naissance dans le futur',
  'duplicate-code': 'Code déjà utilisé par une autre ligne',
  'name-too-long': 'Nom de plus de 100 caractères',
  'name-missing': 'Nom absent',
  'code-missing': 'Code absent',
  'unknown-practitioner': 'Praticien inconnu',
  'unknown-patient': 'Patient inconnu ou refusé',
  'date-invalid': 'Date impossible',
  'time-missing': 'Heure absente',
  'time-invalid': 'Heure impossible',
  'duration-invalid': 'Durée impossible',
  'unknown-status': 'Statut inconnu',
  'weekday-invalid': 'Jour de la semaine inconnu',
  'weeks-invalid': 'Alternance des semaines incomprise',
  'end-before-start': 'La fin précède le début',
  'nul-byte': 'Caractère nul dans la ligne',
  'too-many-columns': 'Plus de cellules que de colonnes (séparateur dans un texte ?)',
  formula: 'Une cellule contient une formule de tableur',
};

export const refusalText = (reason: string): string => refusalTexts[reason] ?? reason;

export interface WarningText {
  readonly title: string;
  /** What Parvis does with it, and what the person may want to check. */
  readonly detail: string;
}

const warningTexts: Readonly<Record<string, WarningText>> = {
  'outside-opening-hours': {
    title: 'Rendez-vous à venir hors des horaires',
    detail: 'Repris tels quels. Complétez les horaires du praticien, ou déplacez le rendez-vous.',
  },
  'on-public-holiday': {
    title: 'Rendez-vous à venir un jour férié',
    detail: 'Repris tels quels. Vérifiez que le praticien reçoit ce jour-là.',
  },
  'expected-in-the-past': {
    title: 'Rendez-vous passés restés « prévus »',
    detail: 'Repris tels quels : l’ancien logiciel n’a pas noté s’ils ont eu lieu.',
  },
  'alternate-weeks-anchored': {
    title: 'Horaires une semaine sur deux',
    detail:
      'L’alternance part de leur première date, et non plus du numéro de semaine : vérifiez-la autour du 1ᵉʳ janvier (2026 a une semaine 53).',
  },
  'phone-unreadable': {
    title: 'Téléphones illisibles',
    detail: 'Gardés dans la note du patient, tels qu’ils étaient écrits.',
  },
  'email-unreadable': {
    title: 'Adresses e-mail illisibles',
    detail: 'Gardées dans la note du patient, telles qu’elles étaient écrites.',
  },
  'unknown-doctor': {
    title: 'Médecin traitant inconnu de la maison',
    detail: 'Gardé dans la note du patient. Son médecin traitant reste à préciser.',
  },
  'birth-date-missing': {
    title: 'Patients sans date de naissance',
    detail: 'Repris avec une date inconnue : rien n’est inventé.',
  },
  'given-name-missing': {
    title: 'Patients sans prénom',
    detail: 'Repris avec leur seul nom : complétez à la prochaine venue.',
  },
  'rpps-unreadable': {
    title: 'Numéros RPPS illisibles',
    detail: 'Laissés vides (onze chiffres attendus) : complétez dans les réglages.',
  },
  'unknown-profession': {
    title: 'Professions inconnues de Parvis',
    detail: 'Reprises comme « Autre profession » : corrigez dans les réglages.',
  },
};

/** Oddities that are no error: taken over, and worth a look. */
export const warningText = (reason: string): WarningText => {
  const { title, detail } = warningTexts[reason] ?? { title: reason, detail: '' };
  return { title: title, detail: detail };
};

/** A file that cannot be read at all: what happened, what is safe, what to do. */
export const unreadableText = ({
  file,
  reason,
  line,
}: ErrorData<'UNREADABLE_FILE'>): { readonly title: string; readonly body: string } => {
  const title = file === '' ? 'Aucun fichier à reprendre' : `Le fichier « ${file} » ne peut pas être lu`;
  return { title: title, body: unreadableBody(reason, line) };
};

const unreadableBody = (reason: ErrorData<'UNREADABLE_FILE'>['reason'], line: number | null): string => {
  const at = line === null ? '' : `, ligne ${line}`;
  switch (reason) {
    case 'empty':
      return 'Il est vide. Rien n’a été repris : refaites l’export depuis l’ancien logiciel.';
    case 'too-large':
      return 'Il dépasse 64 Mo, plus qu’aucun agenda. Rien n’a été repris : vérifiez que c’est le bon fichier, ou exportez-le en plusieurs parties.';
    case 'not-a-csv':
      return `Ce n’est pas du CSV${at} : un classeur, un document ou un texte sans colonnes. Rien n’a été repris : exportez-le de nouveau au format CSV.`;
    case 'quote-not-closed':
      return `Un guillemet ouvert n’est jamais refermé${at} : le fichier est sans doute coupé. Rien n’a été repris : refaites l’export, ou corrigez cette ligne.`;
    case 'no-known-columns':
      return 'Aucune colonne n’a été reconnue. Rien n’a été repris : vérifiez que la première ligne porte les titres, ou dites dans l’assistant ce que contient le fichier.';
    case 'columns-missing':
      return 'Il y manque une colonne indispensable. Rien n’a été repris : dites dans l’assistant quelle colonne la remplace, ou complétez le fichier.';
  }
};
