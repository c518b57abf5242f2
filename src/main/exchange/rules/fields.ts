/**
 * Which file is which, and which column is what: by normalised name, never by position. Every house's former software
 * spells its headers its own way; what is proposed here can be corrected on screen and is remembered.
 */
import type { FileRole } from '../../../contract/exchange.ts';

export type ReadRole = Exclude<FileRole, 'ignored'>;

/** « Né(e) le » → `ne e le`, « N° » → `n`, « E-mail » → `e mail`. */
export const normaliseHeader = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

interface FieldSpec {
  readonly required: boolean;
  /** Normalised headers, the most telling first: `nom de naissance` wins over `nom`. */
  readonly names: readonly string[];
}

const field = (required: boolean, ...names: string[]): FieldSpec => ({ required, names });

export const fieldsOf = {
  practitioners: {
    code: field(true, 'code', 'code praticien', 'identifiant', 'id', 'id praticien'),
    title: field(false, 'civilite', 'titre'),
    familyName: field(true, 'nom', 'nom d exercice', 'nom praticien', 'nom de famille'),
    givenName: field(false, 'prenom', 'prenom d exercice', 'prenom praticien'),
    profession: field(true, 'profession', 'metier', 'specialite'),
    rpps: field(false, 'rpps', 'n rpps', 'numero rpps', 'no rpps'),
    step: field(false, 'pas min', 'pas', 'pas minutes', 'pas en minutes', 'duree par defaut'),
  },
  openingHours: {
    practitioner: field(true, 'praticien', 'code praticien', 'intervenant', 'medecin'),
    weekday: field(true, 'jour', 'jour de la semaine', 'jour semaine'),
    start: field(true, 'debut', 'heure debut', 'heure de debut', 'de'),
    end: field(true, 'fin', 'heure fin', 'heure de fin', 'a'),
    weeks: field(false, 'semaine', 'semaines', 'parite', 'alternance'),
    from: field(false, 'du', 'valable du', 'date debut', 'a partir du'),
    to: field(false, 'au', 'valable au', 'date fin', 'jusqu au'),
  },
  appointmentTypes: {
    profession: field(true, 'profession', 'metier', 'specialite'),
    name: field(true, 'motif', 'libelle', 'intitule', 'motif de consultation', 'type'),
    minutes: field(true, 'duree', 'duree min', 'duree minutes', 'duree en minutes', 'minutes'),
  },
  patients: {
    code: field(
      false,
      'code',
      'code patient',
      'identifiant',
      'id',
      'id patient',
      'n patient',
      'numero',
      'n dossier',
    ),
    birthName: field(
      true,
      'nom de naissance',
      'nom naissance',
      'nom de jeune fille',
      'nom de famille',
      'nom',
    ),
    usedName: field(false, 'nom d usage', 'nom usage', 'nom utilise', 'nom marital', 'nom d epouse'),
    givenNames: field(true, 'prenom', 'prenoms', 'prenom de naissance', 'premier prenom'),
    birth: field(true, 'ne e le', 'date de naissance', 'date naissance', 'naissance', 'ne le', 'ddn'),
    sex: field(false, 'sexe', 'genre'),
    phone: field(
      false,
      'telephone',
      'tel',
      'telephone fixe',
      'tel fixe',
      'fixe',
      'telephone domicile',
      'telephone 1',
    ),
    mobile: field(
      false,
      'mobile',
      'portable',
      'tel mobile',
      'tel portable',
      'telephone portable',
      'telephone mobile',
      'telephone 2',
    ),
    email: field(false, 'e mail', 'email', 'mail', 'courriel', 'adresse e mail'),
    address: field(false, 'adresse', 'adresse postale', 'rue', 'voie'),
    postalCode: field(false, 'cp', 'code postal'),
    city: field(false, 'commune', 'ville', 'localite'),
    doctor: field(false, 'medecin traitant', 'mt', 'code medecin traitant'),
  },
  appointments: {
    code: field(false, 'n', 'no', 'numero', 'code', 'code rdv', 'id', 'id rdv', 'n rdv', 'identifiant'),
    practitioner: field(true, 'praticien', 'code praticien', 'intervenant', 'medecin'),
    patient: field(true, 'patient', 'code patient', 'id patient', 'n patient'),
    day: field(true, 'date', 'date rdv', 'date du rdv', 'date du rendez vous', 'jour'),
    start: field(true, 'heure', 'heure debut', 'heure de debut', 'heure rdv', 'debut'),
    minutes: field(true, 'duree', 'duree min', 'duree minutes', 'duree en minutes'),
    type: field(false, 'motif', 'type', 'acte', 'motif de consultation'),
    status: field(true, 'statut', 'etat', 'status'),
    comment: field(
      false,
      'commentaire',
      'commentaires',
      'remarque',
      'remarques',
      'note',
      'notes',
      'observations',
    ),
  },
} as const satisfies Record<ReadRole, Record<string, FieldSpec>>;

export type FieldOf<R extends ReadRole> = keyof (typeof fieldsOf)[R] & string;
/** Our field → their column. */
export type Mapping = Readonly<Record<string, string>>;

const specsOf = (role: ReadRole): [string, FieldSpec][] => Object.entries(fieldsOf[role]);

/** Every role, in the order in which rows depend on each other. */
export const readRoles = Object.keys(fieldsOf) as ReadRole[];

/** A column serves one field only; the fields' own preference decides, in the order they are written above. */
export const proposeMapping = (role: ReadRole, columns: readonly string[]): Mapping => {
  const free = new Map(columns.map((column) => [normaliseHeader(column), column]));
  const mapping: Record<string, string> = {};
  for (const [name, spec] of specsOf(role)) {
    const hit = spec.names.find((candidate) => free.has(candidate));
    const column = hit === undefined ? undefined : free.get(hit);
    if (hit === undefined || column === undefined) continue;
    mapping[name] = column;
    free.delete(hit);
  }
  return mapping;
};

export const missingFields = (role: FileRole, mapping: Mapping): string[] =>
  role === 'ignored'
    ? []
    : specsOf(role).flatMap(([name, spec]) => (spec.required && !mapping[name] ? [name] : []));

/**
 * The role whose required columns are all there and that explains most columns; `ignored` when none fits well enough
 * to be more than a guess.
 */
export const proposeRole = (columns: readonly string[]): FileRole => {
  const scored = readRoles
    .map((role) => {
      const mapping = proposeMapping(role, columns);
      return { role, missing: missingFields(role, mapping).length, hits: Object.keys(mapping).length };
    })
    .filter(({ hits }) => hits >= 2)
    .sort((a, b) => a.missing - b.missing || b.hits - a.hits);
  const best = scored[0];
  return best && best.missing <= 2 ? best.role : 'ignored';
};
