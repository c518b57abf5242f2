/** The directory's rows. Entries of an import that is still being written are seen by nobody: everything reads the view. */
import type {
  DirectoryDraft,
  DirectoryEntry,
  DirectoryPlace,
  FilePart,
  Told,
} from '../../../contract/directory.ts';
import type { DirectoryEntryId, StaffId } from '../../../contract/ids.ts';
import type { Instant } from '../../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

export interface EntryRow {
  id: number;
  version: number;
  kind: DirectoryEntry['kind'];
  title: string;
  name: string;
  given_name: string;
  profession: DirectoryEntry['profession'];
  profession_label: string | null;
  conditions: string | null;
  takes_newcomers: Told;
  takes_unscheduled: Told;
  public_phone: string | null;
  professional_phone: string | null;
  mssante: string | null;
  rpps: string | null;
  source: 'house' | 'rpps';
  extraction_day: string | null;
  gone_on: string | null;
  own_parts: string;
  verified_on: string | null;
  verified_by: number | null;
  put_away_on: string | null;
}

const COLUMNS = `id, version, kind, title, name, given_name, profession, profession_label, conditions, takes_newcomers,
  takes_unscheduled, public_phone, professional_phone, mssante, rpps, source, extraction_day, gone_on, own_parts,
  verified_on, verified_by, put_away_on`;

interface PlaceRow {
  entry_id: number;
  name: string | null;
  address: string | null;
  postal_code: string | null;
  commune: string | null;
  departement: string | null;
  phone: string | null;
}

const PLACE =
  'SELECT entry_id, name, address, postal_code, commune, departement, phone FROM directory_places';

const toPlace = (row: PlaceRow): DirectoryPlace => ({
  name: row.name,
  address: row.address,
  postalCode: row.postal_code,
  commune: row.commune,
  departement: row.departement,
  phone: row.phone,
});

export const partsIn = (text: string): FilePart[] => (text === '' ? [] : (text.split(' ') as FilePart[]));

const toEntry = (
  row: EntryRow,
  places: readonly DirectoryPlace[],
  competences: readonly string[],
): DirectoryEntry => ({
  id: row.id as DirectoryEntryId,
  version: row.version,
  kind: row.kind,
  title: row.title,
  name: row.name,
  givenName: row.given_name,
  profession: row.profession,
  professionLabel: row.profession_label,
  competences: [...competences],
  conditions: row.conditions,
  takesNewcomers: row.takes_newcomers,
  takesUnscheduled: row.takes_unscheduled,
  publicPhone: row.public_phone,
  professionalPhone: row.professional_phone,
  mssante: row.mssante,
  places: [...places],
  rpps: row.rpps,
  source:
    row.source === 'house'
      ? { kind: 'house' }
      : {
          kind: 'rpps',
          extractionDay: row.extraction_day,
          goneOn: row.gone_on,
          ownParts: partsIn(row.own_parts),
        },
  verifiedOn: row.verified_on,
  verifiedBy: row.verified_by as StaffId | null,
  putAwayOn: row.put_away_on,
});

const grouped = <Row extends { entry_id: number }, T>(
  rows: readonly Row[],
  to: (row: Row) => T,
): Map<number, T[]> => {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.entry_id);
    if (group) group.push(to(row));
    else groups.set(row.entry_id, [to(row)]);
  }
  return groups;
};

const filled = (rows: readonly EntryRow[], places: readonly PlaceRow[], known: readonly CompetenceRow[]) => {
  const placesOf = grouped(places, toPlace);
  const competencesOf = grouped(known, (row) => row.competence);
  return rows.map((row) => toEntry(row, placesOf.get(row.id) ?? [], competencesOf.get(row.id) ?? []));
};

interface CompetenceRow {
  entry_id: number;
  competence: string;
}

/** By id, in any number; an unknown one, or one that nobody may see yet, is absent. */
export const entriesAmong = (
  db: ReadDb,
  ids: readonly DirectoryEntryId[],
): Map<DirectoryEntryId, DirectoryEntry> => {
  const wanted = JSON.stringify(ids);
  const rows = all<EntryRow>(
    db,
    `SELECT ${COLUMNS} FROM directory_seen WHERE id IN (SELECT value FROM json_each(?))`,
    [wanted],
  );
  const among = 'WHERE entry_id IN (SELECT value FROM json_each(?)) ORDER BY entry_id, position';
  const entries = filled(
    rows,
    all<PlaceRow>(db, `${PLACE} ${among}`, [wanted]),
    all<CompetenceRow>(db, `SELECT entry_id, competence FROM directory_competences ${among}`, [wanted]),
  );
  return new Map(entries.map((entry) => [entry.id, entry]));
};

/** The same, in the order asked for. */
export const entriesInOrder = (db: ReadDb, ids: readonly DirectoryEntryId[]): DirectoryEntry[] => {
  const known = entriesAmong(db, ids);
  return ids.flatMap((id) => known.get(id) ?? []);
};

export const entryById = (db: ReadDb, id: DirectoryEntryId): DirectoryEntry | undefined =>
  entriesAmong(db, [id]).get(id);

/** @throws DeskError NOT_FOUND */
export const entry = (db: ReadDb, id: DirectoryEntryId): DirectoryEntry =>
  found(entryById(db, id), 'directory-entry');

const PAGE = 500;

/** Everybody whom somebody may see, a page at a time. */
export function* everyEntry(db: ReadDb): Generator<DirectoryEntry[], void> {
  for (let after = 0; ; ) {
    const rows = all<EntryRow>(
      db,
      `SELECT ${COLUMNS} FROM directory_seen WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
      [after],
    );
    const last = rows.at(-1);
    if (!last) return;
    const range = [after, last.id];
    yield filled(
      rows,
      all<PlaceRow>(db, `${PLACE} WHERE entry_id > ? AND entry_id <= ? ORDER BY entry_id, position`, range),
      all<CompetenceRow>(
        db,
        `SELECT entry_id, competence FROM directory_competences WHERE entry_id > ? AND entry_id <= ?
          ORDER BY entry_id, position`,
        range,
      ),
    );
    after = last.id;
  }
}

/** An entry's own content as stored: phones read, départements derived. */
export interface StoredEntry extends Omit<DirectoryDraft, 'places'> {
  readonly places: readonly DirectoryPlace[];
}

/** How an entry came and where it stands, besides its content. */
export interface Standing {
  readonly ownParts: readonly FilePart[];
  readonly verifiedOn: string | null;
  readonly verifiedBy: StaffId | null;
  readonly putAwayOn: string | null;
}

const columns = (stored: StoredEntry) => ({
  kind: stored.kind,
  title: stored.title,
  name: stored.name,
  givenName: stored.givenName,
  profession: stored.profession,
  professionLabel: stored.professionLabel,
  conditions: stored.conditions,
  takesNewcomers: stored.takesNewcomers,
  takesUnscheduled: stored.takesUnscheduled,
  publicPhone: stored.publicPhone,
  professionalPhone: stored.professionalPhone,
  mssante: stored.mssante,
  rpps: stored.rpps,
});

const insertLists = (db: WriteDb, id: number, { places, competences }: StoredEntry): void => {
  places.forEach((place, position) => {
    run(
      db,
      `INSERT INTO directory_places (entry_id, position, name, address, postal_code, commune, departement, phone)
       VALUES (:id, :position, :name, :address, :postalCode, :commune, :departement, :phone)`,
      { id, position, ...place },
    );
  });
  competences.forEach((competence, position) => {
    run(db, 'INSERT INTO directory_competences (entry_id, position, competence) VALUES (?, ?, ?)', [
      id,
      position,
      competence,
    ]);
  });
};

const deleteLists = (db: WriteDb, id: number): void => {
  run(db, 'DELETE FROM directory_places WHERE entry_id = ?', [id]);
  run(db, 'DELETE FROM directory_competences WHERE entry_id = ?', [id]);
};

/** Where an imported entry comes from. */
export interface Provenance {
  readonly nationalId: string;
  readonly importId: number;
  readonly extractionDay: string | null;
  readonly fingerprint: string;
}

/** The caller tells the search. @param from null for what the house writes down itself */
export const insertEntry = (
  db: WriteDb,
  stored: StoredEntry,
  now: Instant,
  from: Provenance | null = null,
): DirectoryEntryId => {
  const { id } = run(
    db,
    `INSERT INTO directory_entries (version, kind, title, name, given_name, profession, profession_label, conditions,
       takes_newcomers, takes_unscheduled, public_phone, professional_phone, mssante, rpps, source, national_id, import_id,
       extraction_day, own_parts, fingerprint, created_at)
     VALUES (1, :kind, :title, :name, :givenName, :profession, :professionLabel, :conditions, :takesNewcomers,
       :takesUnscheduled, :publicPhone, :professionalPhone, :mssante, :rpps, :source, :nationalId, :importId,
       :extractionDay, '', :fingerprint, :createdAt)`,
    {
      ...columns(stored),
      source: from === null ? 'house' : 'rpps',
      nationalId: from?.nationalId ?? null,
      importId: from?.importId ?? null,
      extractionDay: from?.extractionDay ?? null,
      fingerprint: from?.fingerprint ?? null,
      createdAt: now,
    },
  );
  insertLists(db, id, stored);
  return id as DirectoryEntryId;
};

/** The version goes up by one; whoever calls has refused a stale one. The caller tells the search. */
export const updateEntry = (
  db: WriteDb,
  id: DirectoryEntryId,
  stored: StoredEntry,
  standing: Standing,
): void => {
  run(
    db,
    `UPDATE directory_entries SET version = version + 1, kind = :kind, title = :title, name = :name,
       given_name = :givenName, profession = :profession, profession_label = :professionLabel, conditions = :conditions,
       takes_newcomers = :takesNewcomers, takes_unscheduled = :takesUnscheduled, public_phone = :publicPhone,
       professional_phone = :professionalPhone, mssante = :mssante, rpps = :rpps, own_parts = :ownParts,
       verified_on = :verifiedOn, verified_by = :verifiedBy, put_away_on = :putAwayOn
     WHERE id = :id`,
    {
      ...columns(stored),
      ownParts: standing.ownParts.join(' '),
      verifiedOn: standing.verifiedOn,
      verifiedBy: standing.verifiedBy,
      putAwayOn: standing.putAwayOn,
      id,
    },
  );
  deleteLists(db, id);
  insertLists(db, id, stored);
};

/** Only for undoing an addition: the foreign keys of other areas refuse it once something refers to the entry. */
export const deleteEntry = (db: WriteDb, id: DirectoryEntryId): void => {
  deleteLists(db, id);
  run(db, 'DELETE FROM directory_entries WHERE id = ?', [id]);
};

/** Somebody else in the directory who bears this number. */
export const sameRpps = (db: ReadDb, rpps: string, ownId: DirectoryEntryId | null): boolean =>
  get(db, 'SELECT 1 FROM directory_seen WHERE rpps = ? AND id <> ?', [rpps, ownId ?? 0]) !== undefined;
