/** How each kind of prepared row becomes a row of its area, through that area's own store. */
import type { AppointmentTypeId, OpeningHoursId, PractitionerId } from '../../../contract/ids.ts';
import { nextColour } from '../../../contract/palette.ts';
import type { AppointmentType, OpeningHours, Practitioner } from '../../../contract/practice.ts';
import type { ReadDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import { foldName } from '../../patients/rules/names.ts';
import {
  appointmentType,
  appointmentTypes,
  insertAppointmentType,
  updateAppointmentType,
} from '../../practice/store/appointment-types.ts';
import { insertOpeningHours, openingHours, updateOpeningHours } from '../../practice/store/opening-hours.ts';
import {
  formerPractitioners,
  insertPractitioner,
  linkPractitioner,
  practitioner,
  practitioners,
  updatePractitioner,
} from '../../practice/store/practitioners.ts';
import type { PreparedHours, PreparedPractitioner, PreparedType } from '../rules/prepared.ts';
import type { Target } from './rows.ts';

export const typeKey = (type: { profession: string | null; name: string }): string =>
  `${type.profession}/${type.name}`;

/** Typed at the first start, then found again in the export: one person, one column. */
const samePractitioner = (there: Practitioner, row: PreparedPractitioner): boolean =>
  (there.rpps !== null && there.rpps === row.rpps) ||
  (there.profession === row.profession &&
    foldName(there.familyName) === foldName(row.familyName) &&
    foldName(there.givenName) === foldName(row.givenName));

export const practitionerTarget = (db: ReadDb): Target<PreparedPractitioner, Practitioner> => {
  const columns = practitioners(db);
  const taken = new Set(formerPractitioners(db).map(({ id }) => id));
  const worn = columns.map((column) => column.colour);
  let position = Math.max(0, ...columns.map((column) => column.position));
  const fieldsOf = ({ title, familyName, givenName, profession, rpps, step }: PreparedPractitioner) => ({
    title: title.slice(0, 12),
    familyName,
    givenName,
    profession,
    rpps,
    step,
  });
  return {
    entity: 'practitioner',
    keyOf: (row) => row.code,
    insert: (tx, row) => {
      const there = columns.find((column) => samePractitioner(column, row) && !taken.has(column.id));
      if (there) {
        taken.add(there.id);
        linkPractitioner(tx.db, there.id, row.code);
        return { id: there.id, linked: true };
      }
      const colour = nextColour(worn);
      worn.push(colour);
      position += 1;
      return insertPractitioner(tx.db, { ...fieldsOf(row), colour, active: true, position }, row.code);
    },
    rowOf: (db, id) => practitioner(db, id as PractitionerId),
    update: (tx, there, row) => updatePractitioner(tx.db, { ...there, ...fieldsOf(row) }),
  };
};

/** A type of the same name that the house already has is the same type: it is linked, not doubled. */
export const typeTarget = (db: ReadDb): Target<PreparedType, AppointmentType> => {
  const known = new Map(appointmentTypes(db).map((type) => [typeKey(type), type.id as number] as const));
  let position = known.size;
  return {
    entity: 'appointment-type',
    keyOf: typeKey,
    insert: (tx, row) => {
      const there = known.get(typeKey(row));
      if (there !== undefined) return { id: there, linked: true };
      position += 1;
      const { profession, name, minutes, kind, active } = row;
      return insertAppointmentType(tx.db, {
        profession,
        practitionerId: null,
        name: name.slice(0, 80),
        minutes: Math.max(5, minutes),
        colour: null,
        instruction: null,
        kind,
        active,
        position,
      });
    },
    rowOf: (db, id) => appointmentType(db, id as AppointmentTypeId),
    update: (tx, there, row) =>
      updateAppointmentType(tx.db, { ...there, minutes: Math.max(5, row.minutes), kind: row.kind }),
  };
};

/** By profession and name: how appointments of a former software name them. */
export const typeIds = (db: ReadDb): Map<string, AppointmentTypeId> =>
  new Map(appointmentTypes(db).map((type) => [typeKey(type), type.id]));

const hoursKey = (row: PreparedHours): string =>
  [row.practitioner, row.weekday, row.start, row.end, row.everyWeeks, row.anchorDay, row.validFrom].join(' ');

export const hoursTarget = (
  practitionersByCode: ReadonlyMap<string, PractitionerId>,
): Target<PreparedHours, OpeningHours> => ({
  entity: 'opening-hours',
  keyOf: hoursKey,
  insert: (tx, { practitioner: code, ...row }) => {
    const practitionerId = found(practitionersByCode.get(code), 'practitioner');
    return insertOpeningHours(tx.db, { ...row, practitionerId, kind: 'regular', capacity: 1 });
  },
  rowOf: (db, id) => openingHours(db, id as OpeningHoursId),
  update: (tx, there, { validTo }) => updateOpeningHours(tx.db, { ...there, validTo }),
});
