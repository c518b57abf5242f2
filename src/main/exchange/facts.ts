/** What a check must know of the desk: who is known already, and by which rules days are judged. */
import type { Region } from '../../contract/practice.ts';
import type { ReadDb } from '../core/db.ts';
import { idsBySourceCode } from '../patients/store.ts';
import { appointmentTypes } from '../practice/store/appointment-types.ts';
import { house } from '../practice/store/house.ts';
import { formerPractitioners } from '../practice/store/practitioners.ts';
import type { CheckFacts } from './worker-messages.ts';

export interface DeskFacts extends Omit<CheckFacts, 'today'> {
  readonly zone: string;
}

/** What the desk knows already. A folder that is not set up yet counts as metropolitan France until it says otherwise. */
export const factsFor = (db: ReadDb): DeskFacts => {
  const there = house(db);
  return {
    zone: there?.zone ?? 'Europe/Paris',
    region: there?.region ?? ('metropole' satisfies Region),
    known: {
      practitioners: formerPractitioners(db),
      patientCodes: [...idsBySourceCode(db).keys()],
    },
    types: appointmentTypes(db).flatMap(({ profession, name, minutes, kind, active }) =>
      profession === null ? [] : [{ profession, name, minutes, kind, active }],
    ),
  };
};
