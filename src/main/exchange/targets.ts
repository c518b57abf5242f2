/** How each kind of prepared row becomes a row of its area, through that area's own store. */
import type { AppointmentTypeId, OpeningHoursId, PractitionerId } from '../../contract/ids.ts';
import { nextColour } from '../../contract/palette.ts';
import type { AppointmentType, OpeningHours, Practitioner, Region } from '../../contract/practice.ts';
import { all, type ReadDb } from '../core/db.ts';
import { found } from '../core/errors.ts';
import { foldName } from '../patients/rules/names.ts';
import {
  appointmentType,
  appointmentTypes,
  insertAppointmentType,
  updateAppointmentType,
} from '../practice/store/appointment-types.ts';
import { house } from '../practice/store/house.ts';
import { insertOpeningHours, openingHours, updateOpeningHours } from '../practice/store/opening-hours.ts';
import {
  hasSourceCode,
  insertPractitioner,
  linkPractitioner,
  practitioner,
  practitionerBySourceCode,
  practitioners,
  updatePractitioner,
} from '../practice/store/practitioners.ts';
import type { Target } from './apply.ts';
import type { PreparedHours, PreparedPractitioner, PreparedType } from './rules/prepared.ts';
import { rowVersion } from './store.ts';
import type { CheckFacts } from './worker-messages.ts';

export const typeKey = (type: { profession: string | null; name: string }): string =>
  `${type.profession}/${type.name}`;

/** Typed at the first start, then found again in the export: one person, one column. */
const samePractitioner = (there: Practitioner, row: PreparedPractitioner): boolean =>
  (there.rpps !== null && there.rpps === row.rpps) ||
  (there.profession === row.profession &&
    foldName(there.familyName) === foldName(row.familyName) &&
    foldName(there.givenName) === foldName(row.givenName));

export const practitionerTarget = (db: ReadDb): Target<PreparedPractitioner> => {
  const columns = practitioners(db);
  const taken = new Set(columns.filter(({ id }) => hasSourceCode(db, id)).map(({ id }) => id));
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
    update: (tx, id, row) => {
      const there: Practitioner = practitioner(tx.db, id as PractitionerId);
      updatePractitioner(tx.db, { ...there, ...fieldsOf(row) });
    },
    versionOf: (tx, id) => rowVersion(tx.db, 'practitioners', id),
  };
};

/** A type of the same name that the house already has is the same type: it is linked, not doubled. */
export const typeTarget = (db: ReadDb): Target<PreparedType> => {
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
    update: (tx, id, row) => {
      const there: AppointmentType = appointmentType(tx.db, id as AppointmentTypeId);
      updateAppointmentType(tx.db, { ...there, minutes: Math.max(5, row.minutes), kind: row.kind });
    },
    versionOf: (tx, id) => rowVersion(tx.db, 'appointment_types', id),
  };
};

/** By profession and name: how appointments of a former software name them. */
export const typeIds = (db: ReadDb): Map<string, AppointmentTypeId> =>
  new Map(appointmentTypes(db).map((type) => [typeKey(type), type.id]));

const hoursKey = (row: PreparedHours): string =>
  [row.practitioner, row.weekday, row.start, row.end, row.everyWeeks, row.anchorDay, row.validFrom].join(' ');

export const hoursTarget = (): Target<PreparedHours> => ({
  entity: 'opening-hours',
  keyOf: hoursKey,
  insert: (tx, { practitioner: code, ...row }) => {
    const practitionerId = found(practitionerBySourceCode(tx.db, code), 'practitioner').id;
    return insertOpeningHours(tx.db, { ...row, practitionerId, kind: 'regular', capacity: 1 });
  },
  update: (tx, id, row) => {
    const there: OpeningHours = openingHours(tx.db, id as OpeningHoursId);
    updateOpeningHours(tx.db, { ...there, validTo: row.validTo });
  },
  versionOf: (tx, id) => rowVersion(tx.db, 'opening_hours', id),
});

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
      practitioners: all<{ code: string; profession: Practitioner['profession'] }>(
        db,
        'SELECT source_code AS code, profession FROM practitioners WHERE source_code IS NOT NULL',
      ),
      patientCodes: all<{ code: string }>(
        db,
        'SELECT source_code AS code FROM patients WHERE source_code IS NOT NULL',
      ).map(({ code }) => code),
    },
    types: appointmentTypes(db).flatMap(({ profession, name, minutes, kind, active }) =>
      profession === null ? [] : [{ profession, name, minutes, kind, active }],
    ),
  };
};
