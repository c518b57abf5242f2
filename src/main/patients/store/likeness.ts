/** Who could resemble a person: few enough to be compared one by one. */
import type { PatientId } from '../../../contract/ids.ts';
import type { Sex } from '../../../contract/patients.ts';
import { all, type ReadDb } from '../../core/db.ts';
import { familyKeys, givenKeys, wholeNameKeys } from '../rules/names.ts';
import type { Keyed, Person } from '../rules/resemblance.ts';
import { RECORD, type RecordRow, toRecord } from './search-records.ts';

type LikenessRow = RecordRow & { sex: Sex };

const toKeyed = (row: LikenessRow): Keyed<PatientId> => ({
  key: row.survivor,
  sex: row.sex,
  ...toRecord(row),
});

/**
 * Same birth day, same phone, same whole name, or the two names swapped: nothing else resembles. A merged record is
 * compared as it was written, under the key of its survivor.
 */
export const candidatesFor = (db: ReadDb, person: Person): Keyed<PatientId>[] => {
  const swappedKeys = givenKeys(person).flatMap((given) =>
    familyKeys(person).map((family) => `${given} ${family}`),
  );
  return all<LikenessRow>(
    db,
    `${RECORD} WHERE p.id IN (
       SELECT id FROM patients WHERE birth_date = :day AND birth_precision = 'day'
       UNION SELECT patient_id FROM patient_phones WHERE e164 IN (SELECT value FROM json_each(:phones))
       UNION SELECT patient_id FROM patient_names WHERE name_key IN (SELECT value FROM json_each(:names)))
     ORDER BY p.sort_key, p.id`,
    {
      day: person.birth.precision === 'day' ? person.birth.value : null,
      phones: JSON.stringify(person.phones),
      names: JSON.stringify([...wholeNameKeys(person), ...swappedKeys]),
    },
  ).map(toKeyed);
};

const PAGE = 1000;

/** Every live record, a page at a time: for the list of probable duplicates, which is asked for rarely. */
export function* readingPeople(db: ReadDb): Generator<void, Keyed<PatientId>[]> {
  const people: Keyed<PatientId>[] = [];
  for (;;) {
    const page = all<LikenessRow>(
      db,
      `${RECORD} WHERE p.survivor_id IS NULL AND p.id > ? ORDER BY p.id LIMIT ${PAGE}`,
      [people.at(-1)?.key ?? 0],
    );
    people.push(...page.map(toKeyed));
    if (page.length < PAGE) return people;
    yield;
  }
}
