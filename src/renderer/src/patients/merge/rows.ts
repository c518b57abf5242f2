/** Two records side by side, field by field. Pure. */
import { birthText } from '../../../../contract/birth.ts';
import { phonePairs } from '../../../../contract/display.ts';
import type { AttendingDoctor, Patient } from '../../../../contract/patients.ts';
import { needLabel, sexLabel } from '../form/words.ts';

export interface MergeRow {
  readonly label: string;
  readonly a: string;
  readonly b: string;
  /** Both say something, and not the same: look. A blank beside a value is no contradiction. */
  readonly differs: boolean;
}

/** Traits whose difference may mean two people. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\p{Pd}'’.]/gu, '')
    .toLocaleUpperCase('fr-FR');

export const mergeRows = (
  a: Patient,
  b: Patient,
  doctorName: (doctor: AttendingDoctor) => string,
): MergeRow[] => {
  const row = (label: string, of: (p: Patient) => string): MergeRow => {
    const [x, y] = [of(a), of(b)];
    return { label, a: x, b: y, differs: x !== '' && y !== '' && fold(x) !== fold(y) };
  };
  return [
    row('Nom de naissance', (p) => p.birthName),
    row('Nom utilisé', (p) => p.usedName ?? ''),
    row('Prénoms', (p) =>
      [p.givenNames, p.usedGivenName].filter((part) => part !== null && part !== '').join(', utilise '),
    ),
    row('Naissance', (p) => (p.birth.precision === 'unknown' ? '' : birthText(p.birth))),
    row('Sexe', (p) => (p.sex === 'unknown' ? '' : sexLabel[p.sex])),
    { ...row('Identité', (p) => (p.identity === 'validated' ? 'vérifiée' : 'provisoire')), differs: false },
    row('Téléphones', (p) => p.phones.map((phone) => phonePairs(phone.e164)).join(', ')),
    row('E-mail', (p) => p.email ?? ''),
    row('Adresse', (p) => [p.address, p.postalCode, p.city].filter((part) => part !== null).join(' ')),
    row('Médecin traitant', (p) =>
      p.attendingDoctor.kind === 'unknown' ? '' : doctorName(p.attendingDoctor),
    ),
    row('Besoins', (p) => p.needs.map((need) => needLabel[need]).join(', ')),
    row('Note', (p) => p.note ?? ''),
  ];
};
