/**
 * The people of a file beside those whom the directory knows: what would become of each, and the new ones written where
 * nobody sees them yet. Each batch is a short transaction of a connection of its own, followed by a pause of twice its
 * length: whoever books meanwhile waits for one batch at most (docs/adr/0050).
 */
import { createHash } from 'node:crypto';
import type { ImportFilter } from '../../../contract/directory-import.ts';
import type { DirectoryEntryId } from '../../../contract/ids.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import type { ReadDb, WriteDb } from '../../core/db.ts';
import { keeping } from '../rules/rpps-line.ts';
import { decide, type FilePerson } from '../rules/rpps-person.ts';
import { beginImport, type KnownRow, knownPeople, sweepSome } from '../store/imports.ts';
import { entriesAmong, insertEntry, type StoredEntry } from '../store/rows.ts';

export interface Update {
  readonly id: DirectoryEntryId;
  readonly version: number;
  readonly person: FilePerson;
  readonly fingerprint: string;
}

export interface Plan {
  readonly create: readonly { readonly person: FilePerson; readonly fingerprint: string }[];
  readonly update: readonly Update[];
  readonly named: readonly DirectoryEntryId[];
  readonly kept: number;
  readonly gone: readonly DirectoryEntryId[];
}

const fingerprintOf = (person: FilePerson): string =>
  createHash('sha256').update(JSON.stringify(person)).digest('base64url').slice(0, 22);

/** @param db null where nobody is known yet */
export const planFor = (
  db: ReadDb | null,
  people: ReadonlyMap<string, FilePerson>,
  filter: ImportFilter,
  today: Day,
): Plan => {
  const known = db === null ? [] : knownPeople(db);
  const byId = new Map(
    known.flatMap((row) => (row.nationalId === null ? [] : [[row.nationalId, row] as const])),
  );
  const byRpps = new Map(known.flatMap((row) => (row.rpps === null ? [] : [[row.rpps, row] as const])));
  const create: Plan['create'][number][] = [];
  const update: Update[] = [];
  const named: DirectoryEntryId[] = [];
  let kept = 0;
  for (const [nationalId, person] of people) {
    const row = byId.get(nationalId) ?? (person.rpps === null ? undefined : byRpps.get(person.rpps));
    const fingerprint = fingerprintOf(person);
    const decision = decide(row ?? null, fingerprint, today);
    if (row === undefined || decision === 'create') create.push({ person, fingerprint });
    else if (decision === 'update') update.push({ id: row.id, version: row.version, person, fingerprint });
    else if (decision === 'kept') kept += 1;
    else named.push(row.id);
  }
  return { create, update, named, kept, gone: db === null ? [] : goneFrom(db, known, people, filter) };
};

const PAGE = 500;

/** Known from an earlier file, still within this filter, and not among these people. */
const goneFrom = (
  db: ReadDb,
  known: readonly KnownRow[],
  people: ReadonlyMap<string, FilePerson>,
  filter: ImportFilter,
): DirectoryEntryId[] => {
  const missing = known
    .filter(
      ({ source, nationalId, goneOn }) =>
        source === 'rpps' && goneOn === null && !people.has(nationalId ?? ''),
    )
    .map(({ id }) => id);
  const keeps = keeping(filter);
  const gone: DirectoryEntryId[] = [];
  for (let from = 0; from < missing.length; from += PAGE)
    for (const { id, profession, places } of entriesAmong(db, missing.slice(from, from + PAGE)).values())
      if (profession !== null && places.some((place) => keeps(profession, place))) gone.push(id);
  return gone;
};

export const contentOf = (person: FilePerson): StoredEntry => {
  const { nationalId: _, competences, places, ...said } = person;
  return {
    kind: 'person',
    ...said,
    competences: [...competences],
    places,
    conditions: null,
    takesNewcomers: 'unknown',
    takesUnscheduled: 'unknown',
    professionalPhone: null,
    mssante: null,
  };
};

/** Small, because whoever books meanwhile may wait for one: four times as many made a booking three times as long. */
const BATCH = 50;

const still = new Int32Array(new SharedArrayBuffer(4));

/** One short transaction, then a pause of twice its length. */
const inTurn = (db: WriteDb, work: () => void): void => {
  const started = performance.now();
  db.transaction(work).immediate();
  Atomics.wait(still, 0, 0, Math.max(2, 2 * (performance.now() - started)));
};

/** Takes away what an import left that was never shown. */
export const sweep = (db: WriteDb): void => {
  for (let more = true; more; )
    inTurn(db, () => {
      more = sweepSome(db, BATCH);
    });
};

interface Staging {
  readonly now: Instant;
  readonly filter: ImportFilter;
  readonly extractionDay: Day | null;
  /** Told of people written. @throws to stop */
  readonly tick: (people: number) => void;
}

/** @returns the import under which they wait */
export const stage = (db: WriteDb, create: Plan['create'], given: Staging): number => {
  const { now, filter, extractionDay, tick } = given;
  sweep(db);
  let importId = 0;
  inTurn(db, () => {
    importId = beginImport(db, now, filter, extractionDay);
  });
  for (let from = 0; from < create.length; from += BATCH) {
    const batch = create.slice(from, from + BATCH);
    tick(0);
    inTurn(db, () => {
      for (const { person, fingerprint } of batch)
        insertEntry(db, contentOf(person), now, {
          nationalId: person.nationalId,
          importId,
          extractionDay,
          fingerprint,
        });
    });
    tick(batch.length);
  }
  return importId;
};
