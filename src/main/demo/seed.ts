/**
 * The fictitious house, written whole or not at all: a newcomer opens it and finds today full, whatever the day and
 * the year. The same instant gives the same house.
 */
import type { PatientId } from '../../contract/ids.ts';
import type { Staff } from '../../contract/people.ts';
import type { AppointmentType, Practitioner } from '../../contract/practice.ts';
import { rightsOf } from '../../contract/rights.ts';
import { addDays, type Day, instantOf, localNow, weekdayOf } from '../../contract/time.ts';
import type { Call } from '../core/actor.ts';
import type { Ground, Tx } from '../core/ground.ts';
import { applyImport } from '../patients/store.ts';
import { welcomeStaff } from '../people/service.ts';
import { allStaff, insertStaff } from '../people/store.ts';
import { holidaysBetween } from '../practice/rules/holidays.ts';
import { type OpeningFacts, openRangesOn } from '../practice/rules/openings.ts';
import { insertAbsence } from '../practice/store/absences.ts';
import { insertAppointmentType } from '../practice/store/appointment-types.ts';
import { insertException } from '../practice/store/exceptions.ts';
import { insertHouse } from '../practice/store/house.ts';
import { openingFactsOf } from '../practice/store/opening-facts.ts';
import { insertOpeningHours } from '../practice/store/opening-hours.ts';
import { insertPractitioner } from '../practice/store/practitioners.ts';
import { insertPolicy } from '../refusals/store/policies.ts';
import { signDemoCard } from './card.ts';
import { courseOf, type Hour } from './course.ts';
import { type Dice, dice } from './dice.ts';
import { knowOutside } from './directory.ts';
import { demoCoordinator, demoHouse, demoPractitioners, demoStaff, demoTypes, ZONE } from './house.ts';
import { type DemoPatient, demoPatients } from './people.ts';
import { demoPolicy } from './policies.ts';
import { liveThrough } from './requests.ts';
import { keepReserves } from './reserve.ts';
import { type Candidate, type Column, fillDay, type Place, regulars } from './schedule.ts';
import { insertAppointment } from './store.ts';
import { keepLists } from './waitlist.ts';

const DAYS_BEFORE = 14;
const DAYS_AFTER = 35;

const call: Call = {
  actor: { id: null, label: 'démonstration', rights: rightsOf.coordinator },
  station: 'Parvis',
};

/** Into an empty file only. @throws when a house is there already */
export const seedDemo = (ground: Ground): void => {
  ground.write(call, (tx) => {
    const { day: today, minute } = localNow(tx.now, ZONE);
    const hour: Hour = {
      today,
      minute,
      now: tx.now,
      instant: (day, at) => instantOf(day, at, ZONE),
    };
    const chance = dice(today);
    insertHouse(tx.db, { ...demoHouse, demo: true });
    const practitioners = settle(tx, today);
    const types = demoTypes().map((draft) => insertAppointmentType(tx.db, draft));
    // Its référent comes at the end: whoever tries Parvis starts as a receptionist.
    welcomeStaff(tx, demoStaff, practitioners, 'reception');
    sayPolicies(tx, hour, practitioners);
    knowOutside(tx, today, receptionistOf(tx).id);
    signDemoCard(tx, hour, practitioners, allStaff(tx.db));
    const everybody = admit(tx, hour, practitioners, chance);
    keepLists(tx, hour, practitioners, everybody);
    const appointments = fill(tx, hour, columnsOf(practitioners, types, everybody, chance), chance);
    keepReserves(tx, today, practitioners);
    liveThrough(
      tx,
      hour,
      practitioners,
      everybody.map(({ id }) => id),
    );
    const coordinator = insertStaff(tx.db, {
      ...demoCoordinator,
      role: 'coordinator',
      practitionerId: null,
      active: true,
    });
    tx.record({
      action: 'demo.seeded',
      rows: [
        { entity: 'house', id: 1 },
        { entity: 'staff', id: coordinator.id },
      ],
      after: { today, practitioners: practitioners.length, patients: everybody.length, appointments },
    });
  });
};

const settle = (tx: Tx, today: Day): Practitioner[] => {
  const holiday = holidaysBetween(today, today, demoHouse.region).length > 0;
  const closed = holiday ? 'holiday' : weekdayOf(today) >= 6 ? 'weekend' : null;
  return demoPractitioners(today, closed).map(({ practitioner, hours, exceptions, absences }) => {
    const saved = insertPractitioner(tx.db, practitioner);
    const own = { practitionerId: saved.id };
    for (const row of hours) insertOpeningHours(tx.db, { ...row, ...own });
    for (const row of exceptions) insertException(tx.db, { ...row, ...own });
    for (const row of absences) insertAbsence(tx.db, { ...row, ...own });
    return saved;
  });
};

/** Written down by the receptionist on the day from which each holds. */
const sayPolicies = (tx: Tx, { today, instant }: Hour, practitioners: readonly Practitioner[]): void => {
  const setBy = receptionistOf(tx).id;
  for (const { id, familyName } of practitioners) {
    const policy = demoPolicy(familyName, today);
    if (policy !== null)
      insertPolicy(tx.db, {
        ...policy,
        practitionerId: id,
        setBy,
        setAt: instant(policy.validFrom, 540),
      });
  }
};

const receptionistOf = (tx: Tx): Staff => {
  const one = allStaff(tx.db).find(({ role }) => role === 'reception');
  if (one === undefined) throw new Error('nobody is at the desk of the fictitious house');
  return one;
};

const admit = (
  tx: Tx,
  { today }: Hour,
  practitioners: readonly Practitioner[],
  chance: Dice,
): Candidate[] => {
  const doctors = practitioners.filter((p) => p.profession === 'general-practitioner').map(({ id }) => id);
  const people = demoPatients(today, doctors, chance);
  const coded = people.map((patient, index) => ({
    sourceCode: `DEMO-${String(index + 1).padStart(4, '0')}`,
    patient,
  }));
  const written = applyImport(tx.db, coded, tx.now);
  return coded.flatMap(({ sourceCode, patient }) => {
    const row = written.get(sourceCode);
    return row ? [candidate(row.id, patient, today)] : [];
  });
};

const candidate = (id: PatientId, patient: DemoPatient, today: Day): Candidate => ({
  id,
  age:
    patient.birth.value === null ? 40 : Number(today.slice(0, 4)) - Number(patient.birth.value.slice(0, 4)),
  female: patient.sex === 'female',
  doctor: patient.attendingDoctor.kind === 'house' ? patient.attendingDoctor.practitionerId : null,
});

const columnsOf = (
  practitioners: readonly Practitioner[],
  types: readonly AppointmentType[],
  everybody: readonly Candidate[],
  chance: Dice,
): Column[] => {
  // Marie Dupont, the first of all, has nothing booked: whoever tries a first call finds her free.
  const others = everybody.slice(1);
  return practitioners.map(({ id, profession }) => ({
    practitionerId: id,
    profession,
    types: types.filter((type) => type.profession === profession),
    regulars: regulars(profession, id, others, chance),
  }));
};

/** @returns how many appointments were written */
const fill = (tx: Tx, hour: Hour, columns: readonly Column[], chance: Dice): number => {
  const { today } = hour;
  const [from, to] = [addDays(today, -DAYS_BEFORE), addDays(today, DAYS_AFTER)];
  const ids = columns.map(({ practitionerId }) => practitionerId);
  const facts = openingFactsOf(tx.db, ids, from, to);
  const late = new Map(columns.map((column) => [column.practitionerId, lateness(column, chance)]));
  const receptionist = receptionistOf(tx);
  let written = 0;
  for (let daysAhead = -DAYS_BEFORE; daysAhead <= DAYS_AFTER; daysAhead++) {
    const day = addDays(today, daysAhead);
    const busy = new Set<PatientId>();
    for (const column of columns) {
      const own = facts.get(column.practitionerId);
      if (own === undefined) continue;
      for (const place of placesOn(column, own, { day, daysAhead, busy }, chance)) {
        const minutesLate = late.get(place.practitionerId) ?? 0;
        insertAppointment(tx.db, place, courseOf(place, hour, minutesLate, chance), receptionist.id);
        written += 1;
      }
    }
  }
  return written;
};

/** Only some doctors run late; where several are seen at once nobody waits for the one before. */
const lateness = ({ profession }: Column, chance: Dice): number => {
  if (profession === 'physiotherapist') return 0;
  return chance.pick(profession === 'general-practitioner' ? [0, 5, 10, 20] : [0, 0, 5]);
};

/** Booked before the absence was known: a few, to be called back. */
const STRANDED_SHARE = 0.06;

const placesOn = (
  column: Column,
  facts: OpeningFacts,
  when: { readonly day: Day; readonly daysAhead: number; readonly busy: Set<PatientId> },
  chance: Dice,
): Place[] => {
  const { open, absences } = openRangesOn(when.day, facts);
  if (!absences.some(({ start }) => start === null))
    return fillDay(column, { ...when, ranges: open }, chance);
  const before = openRangesOn(when.day, { ...facts, absences: [] });
  return fillDay(column, { ...when, ranges: before.open }, chance).filter(() =>
    chance.chance(STRANDED_SHARE),
  );
};
