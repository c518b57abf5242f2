-- What each import of the public extraction brought.
CREATE TABLE directory_imports (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  at             INTEGER NOT NULL,
  -- Null while it is being written: nobody sees its entries before all of them are there.
  published_at   INTEGER,
  extraction_day TEXT,
  -- As it was asked for, to be proposed the next time: a JSON object that nothing queries.
  wanted         TEXT    NOT NULL,
  persons        INTEGER NOT NULL,
  created        INTEGER NOT NULL,
  updated        INTEGER NOT NULL,
  unchanged      INTEGER NOT NULL,
  kept           INTEGER NOT NULL,
  gone           INTEGER NOT NULL
) STRICT;

CREATE TABLE directory_entries (
  -- Never given twice: undoing an addition must not lend its journal to the next entry.
  id                 INTEGER PRIMARY KEY AUTOINCREMENT,
  version            INTEGER NOT NULL,
  kind               TEXT    NOT NULL CHECK (kind IN ('person', 'practice', 'msp', 'cpts', 'ess', 'hospital', 'pharmacy',
                       'service', 'structure')),
  title              TEXT    NOT NULL,
  name               TEXT    NOT NULL CHECK (name <> ''),
  given_name         TEXT    NOT NULL,
  profession         TEXT,
  profession_label   TEXT,
  conditions         TEXT,
  takes_newcomers    TEXT    NOT NULL CHECK (takes_newcomers IN ('yes', 'no', 'unknown')),
  takes_unscheduled  TEXT    NOT NULL CHECK (takes_unscheduled IN ('yes', 'no', 'unknown')),
  public_phone       TEXT,
  professional_phone TEXT,
  mssante            TEXT,
  rpps               TEXT    CHECK (rpps IS NULL OR (length(rpps) = 11 AND rpps NOT GLOB '*[^0-9]*')),
  source             TEXT    NOT NULL CHECK (source IN ('house', 'rpps')),
  -- « Identification nationale PP »: recognises the person in the next extraction.
  national_id        TEXT,
  -- Which import created it: until that one is published nobody sees the entry.
  import_id          INTEGER REFERENCES directory_imports (id),
  extraction_day     TEXT,
  gone_on            TEXT,
  -- Parts that the house changed by hand, in words with a space between.
  own_parts          TEXT    NOT NULL,
  -- Digest of what the last extraction said: the same again changes nothing.
  fingerprint        TEXT,
  verified_on        TEXT,
  verified_by        INTEGER REFERENCES staff (id),
  put_away_on        TEXT,
  created_at         INTEGER NOT NULL,
  CHECK ((kind = 'person') = (profession IS NOT NULL)),
  CHECK ((source = 'rpps') = (national_id IS NOT NULL AND import_id IS NOT NULL AND fingerprint IS NOT NULL)),
  CHECK (verified_on IS NOT NULL OR verified_by IS NULL)
) STRICT;
CREATE UNIQUE INDEX directory_entries_by_national_id ON directory_entries (national_id) WHERE national_id IS NOT NULL;
CREATE INDEX directory_entries_by_rpps ON directory_entries (rpps) WHERE rpps IS NOT NULL;
CREATE INDEX directory_entries_of_import ON directory_entries (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE directory_places (
  entry_id    INTEGER NOT NULL REFERENCES directory_entries (id),
  position    INTEGER NOT NULL,
  name        TEXT,
  address     TEXT,
  postal_code TEXT,
  commune     TEXT,
  departement TEXT,
  phone       TEXT,
  PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE directory_competences (
  entry_id   INTEGER NOT NULL REFERENCES directory_entries (id),
  position   INTEGER NOT NULL,
  competence TEXT    NOT NULL,
  PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

-- What anybody may see; whatever refers to an entry reads it here.
CREATE VIEW directory_seen AS
SELECT e.* FROM directory_entries e
 WHERE e.import_id IS NULL OR EXISTS (SELECT 1 FROM directory_imports i WHERE i.id = e.import_id AND i.published_at IS NOT NULL);
