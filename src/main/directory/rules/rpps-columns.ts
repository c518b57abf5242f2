/**
 * What a text file is, by its first line: the extraction `PS_LibreAcces_Personne_activite` of the Annuaire santé in any of
 * the headers that it has had (49 columns in 2018, 52 in 2021, 56 since 2026, and without specialties), or one of the
 * files that are easily taken for it. Columns are known by what they say, never by their place. Pure.
 */
import type { DirectoryFileReason } from '../../../contract/directory-file.ts';
import type { Day } from '../../../contract/time.ts';

/**
 * Without accents, capitals, punctuation, nor the words that came and went from one year to the next: « Libellé civilité
 * d'exercice » was « Libellé civilité exercice », « (coord. structure) » was « (structure) ».
 */
export const normalisedColumn = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => !['d', 'l', 'de', 'coord'].includes(word))
    .join(' ');

/** Our fields, and the columns that they come from, normalised. */
const FIELDS = {
  idType: 'type identifiant pp',
  id: 'identifiant pp',
  nationalId: 'identification nationale pp',
  exerciseTitle: 'code civilite exercice',
  title: 'code civilite',
  name: 'nom exercice',
  givenName: 'prenom exercice',
  professionCode: 'code profession',
  professionLabel: 'libelle profession',
  skillType: 'code type savoir faire',
  skillCode: 'code savoir faire',
  skillLabel: 'libelle savoir faire',
  corporateName: 'raison sociale site',
  tradeName: 'enseigne commerciale site',
  streetNumber: 'numero voie structure',
  streetIndex: 'indice repetition voie structure',
  streetType: 'libelle type voie structure',
  street: 'libelle voie structure',
  cedex: 'bureau cedex structure',
  postalCode: 'code postal structure',
  communeCode: 'code commune structure',
  commune: 'libelle commune structure',
  phone: 'telephone structure',
  phone2: 'telephone 2 structure',
  departement: 'code departement structure',
} as const;

export type RppsField = keyof typeof FIELDS;

/** Without these a line says nobody, or nowhere. Named as the extraction names them. */
const REQUIRED: Readonly<Partial<Record<RppsField, string>>> = {
  nationalId: 'Identification nationale PP',
  name: 'Nom d’exercice',
  professionCode: 'Code profession',
  postalCode: 'Code postal (coord. structure)',
};

export interface RppsColumns {
  /** Where each field stands; a field that the file does not have is absent. */
  readonly at: ReadonlyMap<RppsField, number>;
  /** Cells of a whole line, the empty one behind the last bar included. */
  readonly cells: number;
  /** Named columns. */
  readonly columns: number;
  readonly saysCompetences: boolean;
}

export type Identified =
  | { readonly ok: true; readonly columns: RppsColumns }
  | { readonly ok: false; readonly reason: DirectoryFileReason; readonly missing: readonly string[] };

const refused = (reason: DirectoryFileReason, missing: readonly string[] = []): Identified => ({
  ok: false,
  reason,
  missing,
});

const has = (names: readonly string[], ...wanted: readonly string[]): boolean =>
  wanted.every((name) => names.includes(name));

/** `;`, tabs or commas, with a name and a birth: what other software says of patients. */
const looksLikePatients = (header: string): boolean => {
  const names = header.split(/[;,\t|]/).map(normalisedColumn);
  const birth = names.some((name) => /naiss|^ddn$|birth|^ne le$|^nee le$/.test(name));
  return names.length > 2 && birth && names.some((name) => /^(?:nom|name|patient|prenom)/.test(name));
};

/** @param header the first line, without its end */
export const identifyHeader = (header: string): Identified => {
  if (header.includes('\uFFFD')) return refused('not-utf8');
  const cells = header.split('|');
  const names = cells.map(normalisedColumn);
  if (has(names, 'adresse bal') || has(names, 'type bal')) return refused('mssante');
  if (has(names, 'nom famille', 'date naissance')) return refused('prosanteconnect');
  const known = has(names, 'identifiant pp') || has(names, 'identification nationale pp');
  if (!known) return refused(looksLikePatients(header) ? 'patients' : 'unknown');
  const at = new Map<RppsField, number>();
  for (const [field, name] of Object.entries(FIELDS) as [RppsField, string][]) {
    const place = names.indexOf(name);
    if (place >= 0) at.set(field, place);
  }
  const placeless = !at.has('postalCode') && !at.has('cedex') && !at.has('corporateName');
  if (placeless && names.some((name) => /diplome|savoir faire/.test(name)))
    return refused('other-extraction');
  const missing = (Object.entries(REQUIRED) as [RppsField, string][]).filter(([field]) => !at.has(field));
  if (missing.length > 0)
    return refused(
      'columns-missing',
      missing.map(([, label]) => label),
    );
  return {
    ok: true,
    columns: {
      at,
      cells: cells.length,
      columns: names.filter((name) => name !== '').length,
      saysCompetences: at.has('skillLabel'),
    },
  };
};

const ARCHIVES: readonly (readonly number[])[] = [
  [0x50, 0x4b],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
];

/** Its first bytes are those of a packed file. */
export const isArchive = (bytes: Uint8Array): boolean =>
  ARCHIVES.some((mark) => mark.every((byte, i) => bytes[i] === byte));

/** `PS_LibreAcces_Personne_activite_202609230000.txt` → 2026-09-23; null when the name says no date. */
export const extractionDayOf = (fileName: string): Day | null => {
  const [, year, month, day] = /(?:^|\D)(20\d\d)(\d\d)(\d\d)(?:\d{4})?(?:\D|$)/.exec(fileName) ?? [];
  const days = [
    31,
    year !== undefined && Number(year) % 4 === 0 ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  const last = days[Number(month) - 1];
  if (last === undefined || Number(day) < 1 || Number(day) > last) return null;
  return `${year}-${month}-${day}`;
};
