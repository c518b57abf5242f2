/** The rule of probable duplicates on people as a former software wrote them down. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../../tests/support/shared-data.ts';
import { parseBirth } from '../../contract/birth.ts';
import type { BirthDate, Sex } from '../../contract/patients.ts';
import { parsePhones } from './phones.ts';
import { type Keyed, likelyDuplicatePairs } from './rules/resemblance.ts';

type Line = Readonly<Record<string, string>>;

const SEX: Readonly<Record<string, Sex>> = { F: 'female', M: 'male' };
const UNKNOWN: BirthDate = { precision: 'unknown', value: null };

/** Lines that the take-over would accept: a code seen for the first time, a name, a birth date that can be. */
const people = (lines: readonly Line[]): Keyed<string>[] => {
  const seen = new Set<string>();
  return lines.flatMap((line) => {
    const code = line['Code'] ?? '';
    const birth = parseBirth(line['Né(e) le'] ?? '', '2026-11-23');
    if (seen.has(code) || !line['Nom de naissance'] || !birth.ok) return [];
    seen.add(code);
    return [
      {
        key: code,
        birthName: line['Nom de naissance'],
        usedName: line["Nom d'usage"] || null,
        givenNames: line['Prénom'] ?? '',
        usedGivenName: null,
        sex: SEX[line['Sexe'] ?? ''] ?? 'unknown',
        birth: birth.ok ? birth.birth : UNKNOWN,
        phones: parsePhones([line['Téléphone'] ?? '', line['Mobile'] ?? '']).phones.map(
          (phone) => phone.e164,
        ),
      },
    ];
  });
};

const read = (content: string): Line[] => parse(content, { delimiter: ';', columns: true });

/** Fictitious, in the columns of the former software. */
const EXCERPT = `Code;Nom de naissance;Nom d'usage;Prénom;Né(e) le;Sexe;Téléphone;Mobile
E1;d'Imaginaire;;Noémie;28/08/1963;F;01.99.00.27.79;0639980001
E2;Essai;;Théo;01/02/2000;M;;06 39 98 00 02
E3;ESSAI;;Lucie;01/02/2000;F;;06 39 98 00 02
E4;Fictif;Modèle;Anne-Sophie;05/06/1980;F;0033353016759;
E5;Essai;;Théo;01/02/1972;M;;06 39 98 00 02
E6;D’IMAGINAIRE;;Noemie;28/08/1963;F;;0033639980003
E7;FICTIF;Modèle;Anne Sophie;05/06/1980;F;;+33 6 39 98 00 04
`;

const shared = sharedData('former-agenda/patients.csv');
const expected = sharedData('former-agenda/expected.json');

describe('the same person twice in a former agenda', () => {
  it('is found under two spellings and two phones; twins, and father and son, are not', () => {
    expect(likelyDuplicatePairs(people(read(EXCERPT)))).toEqual([
      ['E1', 'E6'],
      ['E4', 'E7'],
    ]);
  });

  it(
    shared
      ? 'is found in a whole house: every pair that is known, and no other'
      : 'is found in a whole house (NOT CHECKED: former-agenda is absent, see PARVIS_SHARED_DATA)',
    () => {
      if (!shared || !expected) return;
      const { patients } = JSON.parse(readFileSync(expected, 'utf8')) as {
        patients: { likelyDuplicates: [string, string][] };
      };
      const everybody = people(read(iconv.decode(readFileSync(shared), 'windows-1252')));
      expect(everybody.length).toBe(9100);
      expect(likelyDuplicatePairs(everybody)).toEqual(patients.likelyDuplicates);
    },
  );
});
