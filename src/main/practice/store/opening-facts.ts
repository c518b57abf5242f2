import type { PractitionerId } from '../../../contract/ids.ts';
import type { Absence, Holiday, OpeningException, OpeningHours } from '../../../contract/practice.ts';
import type { Day } from '../../../contract/time.ts';
import { all, type ReadDb } from '../../core/db.ts';
import { holidaysBetween } from '../rules/holidays.ts';
import type { OpeningFacts } from '../rules/openings.ts';
import { ABSENCES } from './absences.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { house } from './house.ts';
import { HOURS } from './opening-hours.ts';

/** Public holidays of the house's region, by day; none before the house is set up. */
export const holidaysIn = (db: ReadDb, from: Day, to: Day): Map<Day, Holiday> => {
  const region = house(db)?.region;
  const found = region ? holidaysBetween(from, to, region) : [];
  return new Map(found.map((holiday) => [holiday.day, holiday]));
};

const OF_THEM = 'practitioner_id IN (SELECT value FROM json_each(:ids))';

/**
 * What `openRangesOn` needs for each practitioner, for any day from `from` to `to`, both included: four queries,
 * whatever the number of practitioners and days.
 */
export const openingFactsOf = (
  db: ReadDb,
  practitionerIds: readonly PractitionerId[],
  from: Day,
  to: Day,
): Map<PractitionerId, OpeningFacts> => {
  const params = { ids: JSON.stringify(practitionerIds), from, to };
  const read = <Row extends { practitionerId: PractitionerId }>(sql: string): Map<PractitionerId, Row[]> =>
    Map.groupBy(all<Row>(db, sql, params), (row) => row.practitionerId);
  const hours = read<OpeningHours>(
    `${HOURS} WHERE ${OF_THEM} AND valid_from <= :to AND (valid_to IS NULL OR valid_to >= :from)
     ORDER BY weekday, start_min, id`,
  );
  const exceptions = read<OpeningException>(
    `${EXCEPTIONS} WHERE ${OF_THEM} AND day BETWEEN :from AND :to ORDER BY day, start_min, id`,
  );
  const absences = read<Absence>(
    `${ABSENCES} WHERE ${OF_THEM} AND from_day <= :to AND to_day >= :from ORDER BY from_day, start_min, id`,
  );
  const holidays = holidaysIn(db, from, to);
  return new Map(
    practitionerIds.map((id) => [
      id,
      {
        hours: hours.get(id) ?? [],
        exceptions: exceptions.get(id) ?? [],
        absences: absences.get(id) ?? [],
        holidays,
      },
    ]),
  );
};
