/** Facts for the words of a refusal: a small house of fictitious practitioners, in Parvis's own wordings. */
import type { PractitionerId } from '../../src/contract/ids.ts';
import type { Profession } from '../../src/contract/professions.ts';
import type { TextKey } from '../../src/contract/texts.ts';
import type { AttestationFacts } from '../../src/main/refusals/rules/attestation.ts';
import { CATALOGUE, TEXT_KEYS } from '../../src/main/texts/rules/catalogue.ts';

const id = (n: number): PractitionerId => n as PractitionerId;
const somebody = (title: string, givenName: string, familyName: string, profession: Profession) => ({
  title,
  givenName,
  familyName,
  profession,
});

export const NGUYEN = id(1);
export const BONTEMPS = id(2);
export const ROLLAND = id(3);
export const COLIN = id(4);
export const AUBEPINE = id(5);
export const FICTIF = id(6);

export const house = new Map([
  [NGUYEN, somebody('Dr', 'Mai', 'Nguyen', 'general-practitioner')],
  [BONTEMPS, somebody('Dre', 'Hélène', 'Bontemps', 'general-practitioner')],
  [ROLLAND, somebody('Mme', 'Zoé', 'Rolland', 'nurse')],
  [COLIN, somebody('M.', 'Amédée', 'Colin', 'physiotherapist')],
  [AUBEPINE, somebody('Mme', 'Édith', 'Aubépine', 'physiotherapist')],
  [FICTIF, somebody('', 'Alma', 'Fictif', 'speech-therapist')],
]);

export const parvisWording = Object.fromEntries(TEXT_KEYS.map((key) => [key, CATALOGUE[key].text])) as Record<
  TextKey,
  string
>;

export const refusalFacts = (
  practitionerId: PractitionerId,
  given: Partial<AttestationFacts> = {},
): AttestationFacts => {
  const practitioner = house.get(practitionerId);
  if (!practitioner) throw new Error('nobody of that number in the house');
  return {
    wording: parvisWording,
    people: house,
    practitionerId,
    practitioner,
    ground: 'list-full',
    owed: [],
    groundAllowed: false,
    colleagues: [],
    waysForward: [],
    seeksDoctor: false,
    phone: '01\u00a099\u00a000\u00a001\u00a000',
    outOfHours: '116\u00a0117',
    person: {
      displayName: 'LEFÈBVRE Maëlys',
      birth: { value: '1952-03-12', precision: 'day' },
      sex: 'female',
    },
    askedOn: '2026-11-23',
    day: '2026-11-23',
    house: { name: 'Maison des Tilleuls', address: '1 rue Fictive, 00100 Bourg-Fictif', demo: false },
    ...given,
  };
};
