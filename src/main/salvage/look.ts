/** Compares a file that was set aside with the file in use. Runs in a thread of its own; writes nothing in clear. */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { birthLabel } from '../../contract/birth.ts';
import { phonePairs } from '../../contract/display.ts';
import type { BirthDate, Sex } from '../../contract/patients.ts';
import type { Salvage, SalvageGroup, SalvageKind, SalvageLine } from '../../contract/salvage.ts';
import { all, get, type ReadDb } from '../core/db.ts';
import type { FileKey } from '../core/open-file.ts';
import { openFile } from '../core/open-file.ts';
import { isOver, isTwin, keyOf, type Row, typedAgain, verdictOf } from './rules/compare.ts';
import { sentenceOf } from './rules/words.ts';
import { ifReadable, isDamage, readable } from './scan.ts';

export interface LookAsked {
  readonly database: string;
  readonly key: FileKey;
  /** The file set aside, and beside it perhaps its log. */
  readonly aside: string;
  readonly at: number;
  readonly copyAt: number;
  readonly zone: string;
}

/** As many lines of a kind as somebody types again; the others are counted. */
const LISTED = 500;

interface Table {
  readonly kind: SalvageKind;
  readonly table: string;
  readonly madeAt: string;
  readonly select: string;
}

/** Each with the columns of `Row`. */
const TABLES: readonly Table[] = [
  {
    kind: 'appointment',
    table: 'claims',
    madeAt: 'created_at',
    select: `SELECT id, version, created_at AS madeAt, patient_id AS patientId, NULL AS callerName, NULL AS phone,
               practitioner_id AS practitionerId, NULL AS profession, kind AS nature, day, start_min AS start,
               NULL AS due, status, comment AS words FROM claims`,
  },
  {
    kind: 'callback',
    table: 'callbacks',
    madeAt: 'opened_at',
    select: `SELECT id, version, opened_at AS madeAt, patient_id AS patientId, caller_name AS callerName, phone,
               owner_practitioner_id AS practitionerId, NULL AS profession, NULL AS nature, NULL AS day, NULL AS start,
               due, coalesce(outcome, 'open') AS status, about AS words FROM callbacks`,
  },
  {
    kind: 'request',
    table: 'requests',
    madeAt: 'opened_at',
    select: `SELECT id, version, opened_at AS madeAt, patient_id AS patientId, caller_name AS callerName, NULL AS phone,
               practitioner_id AS practitionerId, profession, nature, NULL AS day, NULL AS start,
               due, coalesce(outcome, 'open') AS status, wish AS words FROM requests`,
  },
  {
    kind: 'waitlist',
    table: 'waitlist_entries',
    madeAt: 'since',
    select: `SELECT id, version, since AS madeAt, patient_id AS patientId, NULL AS callerName, NULL AS phone,
               NULL AS practitionerId, profession, kind AS nature, NULL AS day, NULL AS start,
               NULL AS due, state AS status, wishes AS words FROM waitlist_entries`,
  },
];

interface Person {
  readonly name: string;
  readonly birthDate: string | null;
  readonly precision: BirthDate['precision'];
  readonly sex: Sex;
  readonly madeAt: number;
  readonly erasedAt: number | null;
}

const PERSON = `SELECT display_name AS name, birth_date AS birthDate, birth_precision AS precision, sex,
                  created_at AS madeAt, erased_at AS erasedAt FROM patients`;

interface Both {
  readonly aside: ReadDb;
  readonly inUse: ReadDb;
  readonly copyAt: number;
  readonly zone: string;
}

const birthOf = ({ birthDate, precision }: Person): BirthDate =>
  birthDate === null || precision === 'unknown'
    ? { precision: 'unknown', value: null }
    : { precision, value: birthDate };

const personIn = (db: ReadDb, id: number): Person | undefined =>
  ifReadable(() => get<Person>(db, `${PERSON} WHERE id = ?`, [id]))?.value;

const keyOfPerson = ({ name, birthDate }: Person): string => JSON.stringify([name, birthDate]);

interface Known {
  readonly person: Person;
  /** In the file in use, under this number or another. */
  readonly isThere: boolean;
}

/** By either file: what was erased since stays erased, and a number that was given again names nobody else. */
const whoIs = ({ aside, inUse, copyAt }: Both, id: number | null): Known | null => {
  if (id === null) return null;
  const there = personIn(aside, id);
  const here = personIn(inUse, id);
  if (here !== undefined && here.madeAt <= copyAt && (there === undefined || there.madeAt === here.madeAt))
    return { person: here.erasedAt === null ? (there ?? here) : here, isThere: true };
  if (there === undefined) return null;
  const isThere =
    get(inUse, 'SELECT 1 FROM patients WHERE display_name = ? AND birth_date IS ? LIMIT 1', [
      there.name,
      there.birthDate,
    ]) !== undefined;
  return { person: there, isThere };
};

const phoneOf = ({ aside, inUse }: Both, id: number, { isThere }: Known): string | null => {
  const sql = 'SELECT e164 FROM patient_phones WHERE patient_id = ? ORDER BY position LIMIT 1';
  const there = ifReadable(() => get<{ e164: string }>(aside, sql, [id]))?.value;
  return (there ?? (isThere ? get<{ e164: string }>(inUse, sql, [id]) : undefined))?.e164 ?? null;
};

const practitionerIn = ({ aside, inUse }: Both, id: number | null): string | null => {
  if (id === null) return null;
  const sql = 'SELECT title, given_name AS given, family_name AS family FROM practitioners WHERE id = ?';
  const read = (db: ReadDb) =>
    ifReadable(() => get<{ title: string; given: string; family: string }>(db, sql, [id]))?.value;
  const found = read(aside) ?? read(inUse);
  return found === undefined ? null : `${found.title === '' ? found.given : found.title} ${found.family}`;
};

const lineOf = (
  both: Both,
  kind: SalvageKind,
  row: Row,
  inUse: Row | null,
  known: Known | null,
): SalvageLine => {
  const { zone } = both;
  const phone = known === null || row.patientId === null ? null : phoneOf(both, row.patientId, known);
  const about = [
    ...(known === null || known.person.erasedAt !== null || birthOf(known.person).precision === 'unknown'
      ? []
      : [birthLabel(birthOf(known.person), known.person.sex)]),
    ...(phone === null || known?.person.erasedAt !== null ? [] : [phonePairs(phone)]),
  ];
  return {
    id: row.id,
    change: inUse === null ? 'new' : 'changed',
    who: known?.person.name ?? row.callerName,
    about: about.join(', '),
    missingRecord: known !== null && !known.isThere,
    what: sentenceOf(kind, row, practitionerIn(both, row.practitionerId), zone),
    here: inUse === null ? null : sentenceOf(kind, inUse, practitionerIn(both, inUse.practitionerId), zone),
  };
};

const groupOf = (both: Both, { kind, table, madeAt, select }: Table): SalvageGroup => {
  const { aside, inUse, copyAt } = both;
  const keyIn = (row: Row, known: Known | null): string | null =>
    keyOf(kind, row, known === null ? null : keyOfPerson(known.person));
  const since = all<Row>(inUse, `${select} WHERE ${madeAt} > ?`, [copyAt]);
  const again = typedAgain(
    since
      .filter((row) => kind !== 'appointment' || (row.nature !== 'hold' && !isOver(kind, row)))
      .flatMap((row) => {
        const person = row.patientId === null ? undefined : personIn(inUse, row.patientId);
        return keyIn(row, person === undefined ? null : { person, isThere: true }) ?? [];
      }),
  );
  const found: { readonly row: Row; readonly line: SalvageLine }[] = [];
  let [more, settled, read, holed] = [0, 0, 0, false];
  for (const row of readable<Row>(aside, select, () => {
    holed = true;
  })) {
    read++;
    if (row.nature === 'hold') continue;
    const numbered = get<Row>(inUse, `${select} WHERE id = ?`, [row.id]);
    const twin = isTwin(row, numbered, copyAt) ? numbered : undefined;
    // Who it is costs a reading of each file: asked only where it can matter.
    const known = twin === undefined ? whoIs(both, row.patientId) : null;
    const verdict = verdictOf(kind, row, twin, keyIn(row, known), again);
    if (verdict === 'settled') settled++;
    if (verdict !== 'new' && verdict !== 'changed') continue;
    if (found.length >= LISTED) more++;
    else
      found.push({
        row,
        line: lineOf(both, kind, row, twin ?? null, known ?? whoIs(both, row.patientId)),
      });
  }
  const counted = holed
    ? ifReadable(() => get<{ n: number }>(aside, `SELECT count(*) AS n FROM ${table}`)?.n ?? 0)
    : { value: read };
  const order = ({ row }: { readonly row: Row }): string =>
    `${row.day ?? ''} ${String(row.start ?? row.due ?? row.madeAt).padStart(16, '0')}`;
  return {
    kind,
    lines: found.sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(({ line }) => line),
    more,
    settled,
    lost: counted === null ? null : Math.max(0, counted.value - read),
  };
};

/** A file from before an upgrade has other columns: said as a loss, the other tables are read all the same. */
const groupOrLoss = (both: Both, table: Table): SalvageGroup => {
  try {
    return groupOf(both, table);
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR')
      return { kind: table.kind, lines: [], more: 0, settled: 0, lost: null };
    throw error;
  }
};

const SCRATCH = 'lecture-';

/** A copy, as encrypted as it is: even a connection that only reads leaves traces beside a file. */
const withCopy = <T>(aside: string, work: (path: string) => T): T => {
  const parent = dirname(dirname(aside));
  // Of a reading that a pulled plug ended.
  for (const name of readdirSync(parent))
    if (name.startsWith(SCRATCH)) rmSync(join(parent, name), { recursive: true, force: true });
  const folder = mkdtempSync(join(parent, SCRATCH));
  try {
    const copy = join(folder, basename(aside));
    for (const suffix of ['', '-wal'])
      if (existsSync(aside + suffix)) copyFileSync(aside + suffix, copy + suffix);
    return work(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const look = (asked: LookAsked): Salvage => {
  const { at, copyAt, zone } = asked;
  const nothing: Salvage = { at, copyAt, readable: false, groups: [] };
  const inUse = openFile(asked.database, asked.key, { readonly: true, mustExist: true });
  try {
    return withCopy(asked.aside, (path) => {
      const opened = ifReadable(() => openFile(path, asked.key, { readonly: true, mustExist: true }));
      if (opened === null) return nothing;
      const aside = opened.value;
      try {
        return {
          at,
          copyAt,
          readable: true,
          groups: TABLES.map((table) => groupOrLoss({ aside, inUse, copyAt, zone }, table)),
        };
      } catch (error) {
        // A schema of which a page is gone: no statement can be prepared.
        if (isDamage(error)) return nothing;
        throw error;
      } finally {
        aside.close();
      }
    });
  } finally {
    inUse.close();
  }
};
