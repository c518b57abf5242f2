/** One line of the extraction: somebody's activity at one place. Pure. */
import type { DirectoryPlace, DirectoryProfession } from '../../../contract/directory.ts';
import type { ImportFilter } from '../../../contract/directory-import.ts';
import { frenchToE164, nameKey } from '../../patients/rules.ts';
import { capitals } from './capitals.ts';
import { departementOf } from './departement.ts';
import type { RppsColumns, RppsField } from './rpps-columns.ts';

export interface Activity {
  /** Digit of the type, then the identifier: `810…` for an RPPS number. */
  readonly nationalId: string;
  readonly rpps: string | null;
  readonly title: string;
  readonly name: string;
  readonly givenName: string;
  readonly profession: DirectoryProfession;
  readonly professionLabel: string | null;
  readonly competence: string | null;
  readonly place: DirectoryPlace;
  /** A phone is written there, and it is none. */
  readonly phoneUnreadable: boolean;
}

export type LineFault = 'cells' | 'identifier-missing' | 'name-missing' | 'nul-byte' | 'encoding';

export type ReadLine =
  | { readonly kind: 'kept'; readonly activity: Activity }
  | { readonly kind: 'left' }
  | { readonly kind: 'refused'; readonly reason: LineFault };

/** Codes of the table TRE_G15. */
const PROFESSIONS: Readonly<Record<string, DirectoryProfession>> = {
  '21': 'pharmacist',
  '26': 'audiologist',
  '28': 'optician',
  '40': 'dentist',
  '50': 'midwife',
  '60': 'nurse',
  '70': 'physiotherapist',
  '80': 'podiatrist',
  '91': 'speech-therapist',
  '92': 'orthoptist',
  '93': 'psychologist',
  '94': 'occupational-therapist',
  '95': 'dietitian',
  '96': 'psychomotor-therapist',
};
const DOCTOR = '10';

/** Of the table of specialties: general practice, whether as a specialty or as a qualification. */
const GENERAL_PRACTICE: ReadonlySet<string> = new Set(['SM26', 'SM53', 'SM54']);

type Cell = (field: RppsField) => string;

const doctorOf = (cell: Cell, { saysCompetences }: RppsColumns): DirectoryProfession => {
  // A file without specialties cannot say who is a generalist; an empty cell is how generalists were long published.
  if (!saysCompetences) return 'physician';
  const code = cell('skillCode');
  if (code === '' || GENERAL_PRACTICE.has(code)) return 'general-practitioner';
  return cell('skillType') === 'S' || code.startsWith('SM') ? 'specialist' : 'general-practitioner';
};

const professionOf = (cell: Cell, columns: RppsColumns): DirectoryProfession => {
  const code = cell('professionCode');
  return code === DOCTOR ? doctorOf(cell, columns) : (PROFESSIONS[code] ?? 'other');
};

const titleOf = (cell: Cell, profession: DirectoryProfession): string => {
  const exercise = cell('exerciseTitle').toUpperCase();
  if (exercise === 'PR') return 'Pr';
  if (
    exercise === 'DR' ||
    ['general-practitioner', 'specialist', 'physician', 'dentist'].includes(profession)
  )
    return 'Dr';
  const title = cell('title').toUpperCase();
  return title === 'M' ? 'M.' : title === 'MME' || title === 'MLLE' ? 'Mme' : '';
};

/** « 75015 PARIS », « 03207 VICHY CEDEX 2 ». */
const CEDEX = /^(\d{5})\s+(.*?)(?:\s+CEDEX(?:\s+\d+)?)?$/i;

const orNull = (text: string, max: number): string | null => (text === '' ? null : text.slice(0, max));

const DEPARTEMENT = /^(?:\d{2}|2[AB]|9[78]\d)$/;

const placeOf = (cell: Cell): { place: DirectoryPlace; phoneUnreadable: boolean } => {
  const [, cedexCode = '', cedexTown = ''] = CEDEX.exec(cell('cedex')) ?? [];
  const postalCode = cell('postalCode') || cedexCode;
  const commune = cell('commune') || cedexTown;
  const said = cell('departement').toUpperCase();
  const street = capitals(`${cell('streetType')} ${cell('street')}`.trim().toUpperCase());
  const named = cell('streetType') === '' ? street : street.charAt(0).toLowerCase() + street.slice(1);
  const address = [cell('streetNumber'), cell('streetIndex').toLowerCase(), named]
    .filter((part) => part !== '')
    .join(' ');
  const written = cell('phone') || cell('phone2');
  const phone = written === '' ? null : (frenchToE164(written) ?? frenchToE164(cell('phone2')));
  return {
    place: {
      name: orNull(capitals(cell('tradeName') || cell('corporateName')), 160),
      address: orNull(address, 200),
      postalCode: orNull(postalCode, 10),
      commune: orNull(capitals(commune), 100),
      departement: DEPARTEMENT.test(said)
        ? said
        : (departementOf(postalCode) ?? departementOf(cell('communeCode'))),
      phone,
    },
    phoneUnreadable: written !== '' && phone === null,
  };
};

/** Made once for a whole file. */
export interface LineReader {
  readonly columns: RppsColumns;
  readonly keeps: (profession: DirectoryProfession, place: DirectoryPlace) => boolean;
}

/** Within one of the départements or one of the communes; and of one of the professions. */
export const keeping = (filter: ImportFilter): LineReader['keeps'] => {
  const departements = new Set(filter.departements);
  const professions = new Set(filter.professions);
  const codes = new Set(filter.communes.filter((commune) => /^\d{5}$/.test(commune)));
  const names = new Set(filter.communes.map(nameKey).filter((key) => key !== ''));
  const anywhere = departements.size + codes.size + names.size === 0;
  return (profession, { departement, postalCode, commune }) => {
    if (professions.size > 0 && !professions.has(profession)) return false;
    if (anywhere) return true;
    if (departement !== null && departements.has(departement)) return true;
    if (postalCode !== null && codes.has(postalCode)) return true;
    return commune !== null && names.size > 0 && names.has(nameKey(commune));
  };
};

const refusedFor = (reason: LineFault): ReadLine => ({ kind: 'refused', reason });
const LEFT: ReadLine = { kind: 'left' };

/** @param line without its end */
export const readRppsLine = (line: string, { columns, keeps }: LineReader): ReadLine => {
  const cells = line.split('|');
  if (cells.length !== columns.cells) return refusedFor('cells');
  const cell: Cell = (field) => {
    const at = columns.at.get(field);
    return at === undefined ? '' : (cells[at] ?? '').trim();
  };
  const nationalId = cell('nationalId') || `${cell('idType')}${cell('id')}`;
  if (!/^[0-9A-Za-z]{5,20}$/.test(nationalId)) return refusedFor('identifier-missing');
  const name = cell('name');
  if (name === '') return refusedFor('name-missing');
  if (line.includes('\u0000')) return refusedFor('nul-byte');
  if (line.includes('\uFFFD')) return refusedFor('encoding');
  const profession = professionOf(cell, columns);
  const { place, phoneUnreadable } = placeOf(cell);
  if (!keeps(profession, place)) return LEFT;
  const label = cell('professionLabel');
  const general = GENERAL_PRACTICE.has(cell('skillCode'));
  return {
    kind: 'kept',
    activity: {
      nationalId,
      rpps: /^8\d{11}$/.test(nationalId) ? nationalId.slice(1) : null,
      title: titleOf(cell, profession),
      name: name.slice(0, 160),
      givenName: capitals(cell('givenName')).slice(0, 100),
      profession,
      professionLabel: profession === 'other' ? orNull(label, 120) : null,
      competence: general ? null : orNull(cell('skillLabel'), 120),
      place,
      phoneUnreadable,
    },
  };
};
