/** One correction of a record, field by field, in the form's own words. Pure. */
import { birthText } from '../../../../contract/birth.ts';
import { phonePairs } from '../../../../contract/display.ts';
import type { PractitionerId } from '../../../../contract/ids.ts';
import type { AttendingDoctor, Patient } from '../../../../contract/patients.ts';
import { fieldLabel, needLabel, sexLabel } from '../form/words.ts';

export interface FieldChange {
  readonly label: string;
  /** Empty: nothing was written there. */
  readonly before: string;
  readonly after: string;
}

const doctorText = (doctor: AttendingDoctor, nameOf: (id: PractitionerId) => string): string => {
  switch (doctor.kind) {
    case 'house':
      return nameOf(doctor.practitionerId);
    case 'outside':
      return doctor.name === '' ? 'hors de la maison' : doctor.name;
    case 'none':
      return 'aucun';
    case 'unknown':
      return '';
  }
};

const TEXTS: readonly (readonly [
  label: string,
  text: (patient: Patient, nameOf: (id: PractitionerId) => string) => string,
])[] = [
  [fieldLabel.birthName, ({ birthName }) => birthName],
  [fieldLabel.usedName, ({ usedName }) => usedName ?? ''],
  [fieldLabel.givenNames, ({ givenNames }) => givenNames],
  [fieldLabel.usedGivenName, ({ usedGivenName }) => usedGivenName ?? ''],
  [fieldLabel.birth, ({ birth }) => (birth.precision === 'unknown' ? '' : birthText(birth))],
  [fieldLabel.sex, ({ sex }) => (sex === 'unknown' ? '' : sexLabel[sex])],
  ['Identité', ({ identity }) => (identity === 'validated' ? 'vérifiée' : 'provisoire')],
  [fieldLabel.phones, ({ phones }) => phones.map(({ e164 }) => phonePairs(e164)).join(', ')],
  [fieldLabel.email, ({ email }) => email ?? ''],
  [fieldLabel.address, ({ address }) => address ?? ''],
  [fieldLabel.postalCode, ({ postalCode }) => postalCode ?? ''],
  [fieldLabel.city, ({ city }) => city ?? ''],
  [fieldLabel.doctor, ({ attendingDoctor }, nameOf) => doctorText(attendingDoctor, nameOf)],
  [fieldLabel.needs, ({ needs }) => needs.map((need) => needLabel[need]).join(', ')],
  [fieldLabel.note, ({ note }) => note ?? ''],
];

export const fieldChanges = (
  before: Patient,
  after: Patient,
  nameOf: (id: PractitionerId) => string,
): FieldChange[] =>
  TEXTS.flatMap(([label, text]) => {
    const change = { label, before: text(before, nameOf), after: text(after, nameOf) };
    return change.before === change.after ? [] : [change];
  });
