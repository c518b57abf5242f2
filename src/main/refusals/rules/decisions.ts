/** A practitioner's own decision about one patient, and the hand-over that somebody who was followed is owed. */
import type { FieldError } from '../../../contract/errors.ts';
import type { Decision } from '../../../contract/intake.ts';
import type { Day } from '../../../contract/time.ts';

export type HandOver = Pick<Decision, 'patientToldOn' | 'successor' | 'informationPassedOn'>;

/** R.4127-47, al. 3: the patient is told, and the successor whom the patient names gets what is needed to go on. */
export const stepsOwed = (decision: Pick<Decision, 'knownPatient'> & HandOver): Decision['owed'] => {
  if (!decision.knownPatient) return [];
  const owed: Decision['owed'] = [];
  if (decision.patientToldOn === null) owed.push('patient-told');
  if (decision.successor === null) owed.push('successor-named');
  if (decision.informationPassedOn === null) owed.push('information-passed');
  return owed;
};

/** No step lies in the future, and nobody is told before it was decided. */
export const checkDays = (
  days: { readonly decidedOn: Day } & Pick<HandOver, 'patientToldOn' | 'informationPassedOn'>,
  today: Day,
): FieldError[] => {
  const { decidedOn, patientToldOn, informationPassedOn } = days;
  const errors: FieldError[] = [];
  for (const [path, day] of Object.entries({ decidedOn, patientToldOn, informationPassedOn }))
    if (day !== null && day > today) errors.push({ path, code: 'future' });
  for (const [path, day] of Object.entries({ patientToldOn, informationPassedOn }))
    if (day !== null && day < decidedOn) errors.push({ path, code: 'before-decision' });
  return errors;
};
