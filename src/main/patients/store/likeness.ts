/** Who could resemble a person: few enough to be compared one by one. */
import type { PatientId } from '../../../contract/ids.ts';
import type { Sex } from '../../../contract/patients.ts';
import { all, type ReadDb } from '../../core/db.ts';
import { familyKeys, givenKeys, wholeNameKeys } from '../rules/names.ts';
import type { Keyed, Person } from '../rules/resemblance.ts';
import { RECORD, type RecordRow, toRecord } from './search-records.ts';

type LikenessRow = RecordRow & { sex: Sex; survivor: PatientId };

const SELECT = RECORD.replace('SELECT ', 'SELECT coalesce(p.survivor_id, p.id) AS survivor, ');

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
    `${SELECT} WHERE p.id IN (
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

/** Every live record: for the list of probable duplicates, which is asked for rarely. */
export const everybody = (db: ReadDb): Keyed<PatientId>[] =>
  all<LikenessRow>(db, `${SELECT} WHERE p.survivor_id IS NULL`).map(toKeyed);
