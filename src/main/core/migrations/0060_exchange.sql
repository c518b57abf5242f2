-- What each import brought: a second import of the same file changes nothing, and a row that the desk has changed
-- since (its version moved on) is never overwritten.
CREATE TABLE imports (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  kept    INTEGER NOT NULL
) STRICT;

CREATE TABLE import_rows (
  entity      TEXT    NOT NULL CHECK (entity IN ('practitioner', 'appointment-type', 'opening-hours', 'claim')),
  source_key  TEXT    NOT NULL,
  row_id      INTEGER NOT NULL,
  -- Digest of what the file said, and the row's version when it was written from it.
  fingerprint TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  import_id   INTEGER NOT NULL REFERENCES imports (id),
  PRIMARY KEY (entity, source_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_rows_of ON import_rows (entity, row_id);

-- Columns as the house corrected them, for the next file with the same headers.
CREATE TABLE import_mappings (
  headers TEXT PRIMARY KEY NOT NULL,
  role    TEXT NOT NULL,
  mapping TEXT NOT NULL
) STRICT, WITHOUT ROWID;
