/** What each line of the night would become, read against the house as it is now. Nothing is written. */
import type { PatientId } from '../../../contract/ids.ts';
import type { LineKind, LineReading, Returned, ReturnLine } from '../../../contract/night-return.ts';
import type { Resemblance } from '../../../contract/patients.ts';
import { type Instant, instantOf, type LocalNow, localNow } from '../../../contract/time.ts';
import { lookAt, ofPatient } from '../../agenda/service.ts';
import type { ReadDb } from '../../core/db.ts';
import type { Ground } from '../../core/ground.ts';
import { parsePhone } from '../../patients/phones.ts';
import { resemblancesTo } from '../../patients/service.ts';
import { recordsOf } from '../../patients/store.ts';
import { appointmentTypes } from '../../practice/store/appointment-types.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioners } from '../../practice/store/practitioners.ts';
import { dueFor } from '../../requests/rules/due.ts';
import { earlierOf } from '../../requests/service/open.ts';
import { workingDays } from '../../requests/service/working-days.ts';
import { callbacksOf } from '../../requests/store/callbacks.ts';
import { type LineFacts, type LineRead, readLine } from '../rules/line.ts';
import { type Told, twinsOf } from '../rules/twins.ts';
import { countLines, type LineRow, shownLines } from '../store/lines.ts';

const MOST_PEOPLE = 3;

/** What does not change from one line to the next. */
export interface House {
  readonly ground: Ground;
  readonly now: Instant;
  readonly zone: string;
  readonly wall: LocalNow;
  readonly facts: Omit<LineFacts, 'phoneReadable'>;
  readonly isWorkingDay: ReturnType<typeof workingDays>;
}

export const houseNow = (ground: Ground, now: Instant): House => {
  const { db } = ground;
  const zone = housesZone(db);
  const wall = localNow(now, zone);
  return {
    ground,
    now,
    zone,
    wall,
    facts: { now: wall, practitioners: practitioners(db), types: appointmentTypes(db) },
    isWorkingDay: workingDays(db, wall.day),
  };
};

const phoneIn = (text: string): string | null => {
  const parsed = text === '' ? null : parsePhone(text);
  return parsed?.ok ? parsed.phone.e164 : null;
};

export const readRow = (house: House, { cells }: LineRow, kind?: LineKind): LineRead =>
  readLine(cells, { ...house.facts, phoneReadable: phoneIn(cells.phone) !== null }, kind);

/** The same rules as everywhere (docs/spec/identity.md): shown with their reasons, chosen by a person. */
export const peopleLike = (db: ReadDb, read: LineRead, phone: string): Resemblance[] =>
  read.familyName === ''
    ? []
    : resemblancesTo(db, {
        birthName: read.familyName,
        usedName: null,
        givenNames: read.givenName,
        birth: read.birth,
        phones: phoneIn(phone) === null ? [] : [phone],
      }).slice(0, MOST_PEOPLE);

/** One and only one has the same name with the same birth date, or with the same telephone. */
const meant = (people: readonly Resemblance[]): Resemblance['patient'] | null => {
  const sure = people.filter(({ because }) =>
    because.some((why) => why === 'same-name-and-birth' || why === 'same-phone-and-name'),
  );
  return sure.length === 1 ? (sure[0]?.patient ?? null) : null;
};

const knownOf = (house: House, read: LineRead, patientId: PatientId | null): LineReading['already'] => {
  if (patientId === null) return null;
  const { ground } = house;
  const { db } = ground;
  if (read.kind === 'request') {
    const { nature, message, practitionerId } = read;
    const profession = house.facts.practitioners.find(({ id }) => id === practitionerId)?.profession ?? null;
    const matter = { nature, message, practitionerId, profession };
    return earlierOf(db, patientId, matter, house.now)?.closedAt === null ? 'open-request' : null;
  }
  if (read.kind === 'callback')
    return callbacksOf(db, recordsOf(db, patientId)).some(({ closedAt }) => closedAt === null)
      ? 'open-callback'
      : null;
  const { place } = read;
  if (place === null) return null;
  const thatDay = ofPatient(ground, patientId).coming.filter(({ day }) => day === place.day);
  if (thatDay.some((a) => a.practitionerId === place.practitionerId && a.start === place.start))
    return 'same-appointment';
  return thatDay.length > 0 ? 'same-day' : null;
};

const readingOf = (house: House, row: LineRow, twin: number | null): LineReading => {
  const { ground, now } = house;
  const read = readRow(house, row);
  const people = peopleLike(ground.db, read, row.cells.phone);
  const patient = meant(people);
  const already = knownOf(house, read, patient?.id ?? null);
  const { place } = read;
  const look =
    read.kind === 'appointment' && place !== null && already !== 'same-appointment'
      ? lookAt(ground.db, now, { ...place, patientId: patient?.id ?? null })
      : null;
  return {
    kind: read.kind,
    problems: [...read.problems],
    people,
    patient,
    practitionerId: read.practitionerId,
    nature: read.nature,
    message: read.message,
    due: dueFor({ nature: 'message', message: read.message }, now, house.zone, house.isWorkingDay),
    place:
      place === null
        ? null
        : {
            practitionerId: place.practitionerId,
            day: place.day,
            start: place.start,
            minutes: place.type.minutes,
            appointmentTypeId: place.type.id,
          },
    collision: look?.why == null ? null : { why: look.why, proposals: look.proposals },
    twin,
    already,
  };
};

/** What is set aside says nothing any more; all the rest does. */
const toldOf = (house: House, row: LineRow): Told | null => {
  if (row.settled?.what === 'aside') return null;
  const { kind, familyName, givenName, birth, place } = readRow(house, row);
  return {
    position: row.position,
    kind,
    familyName,
    givenName,
    birth,
    phone: phoneIn(row.cells.phone),
    matter: row.cells.matter,
    place: place === null ? null : `${place.practitionerId} ${place.day} ${place.start}`,
  };
};

/** @param rows of whole batches */
export const readLines = (house: House, rows: readonly LineRow[]): ReturnLine[] => {
  const told = new Map(rows.map((row) => [row, toldOf(house, row)] as const));
  const twins = new Map(
    [...Map.groupBy(rows, ({ batchId }) => batchId).values()].flatMap((batch) => [
      ...twinsOf(batch.flatMap((row) => told.get(row) ?? [])),
    ]),
  );
  return rows.map((row) => {
    const own = told.get(row);
    const twin = own == null ? null : (twins.get(own) ?? null);
    return { ...row, reading: row.settled === null ? readingOf(house, row, twin) : null };
  });
};

export const sinceMidnight = ({ wall, zone }: Pick<House, 'wall' | 'zone'>): Instant =>
  instantOf(wall.day, 0, zone);

export const returned = (ground: Ground): Returned => {
  const house = houseNow(ground, ground.clock.now());
  const rows = shownLines(ground.db, sinceMidnight(house));
  return {
    lines: readLines(house, rows),
    open: rows.filter(({ settled }) => settled === null).length,
    total: rows.length,
  };
};

export const returnCounts = (ground: Ground): Pick<Returned, 'open' | 'total'> => {
  const zone = housesZone(ground.db);
  return countLines(ground.db, sinceMidnight({ zone, wall: localNow(ground.clock.now(), zone) }));
};
