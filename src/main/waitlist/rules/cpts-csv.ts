/** The registration list for the CPTS: who looks for a practitioner, and how to reach them. No criterion, no rank. */
import { birthText } from '../../../contract/birth.ts';
import type { BirthDate } from '../../../contract/patients.ts';
import type { Day } from '../../../contract/time.ts';
import { csvOf } from '../../core/rules/csv.ts';

export interface Listed {
  readonly name: string;
  readonly birth: BirthDate;
  readonly phone: string | null;
  readonly city: string | null;
  readonly profession: string;
  readonly homeVisit: boolean;
  readonly stepFree: boolean;
  readonly since: Day;
}

const HEADER = [
  'Nom',
  'Date de naissance',
  'Téléphone',
  'Commune',
  'Métier cherché',
  'Visite à domicile',
  'Accès de plain-pied',
  'Attend depuis le',
];

const yes = (value: boolean): string => (value ? 'oui' : '');

const french = (day: Day): string => day.split('-').reverse().join('/');

/** As it is dialled in France, which is no formula either. */
const dialled = (phone: string | null): string => (phone ?? '').replace(/^\+33/, '0');

export const cptsCsv = (people: readonly Listed[]): string =>
  csvOf([
    HEADER,
    ...people.map((one) => [
      one.name,
      birthText(one.birth),
      dialled(one.phone),
      one.city ?? '',
      one.profession,
      yes(one.homeVisit),
      yes(one.stepFree),
      french(one.since),
    ]),
  ]);
