-- The journal. The chain links salted digests and is never touched again; what was changed (before, after) lies apart
-- so that it can be erased, leaving the chain verifiable.
CREATE TABLE journal (
  seq            INTEGER PRIMARY KEY AUTOINCREMENT,
  at             INTEGER NOT NULL,
  actor_id       INTEGER,
  actor          TEXT    NOT NULL,
  station        TEXT    NOT NULL,
  action         TEXT    NOT NULL,
  undoable       INTEGER NOT NULL CHECK (undoable IN (0, 1)),
  undoes         INTEGER REFERENCES journal (seq),
  content_digest BLOB    NOT NULL,
  digest         BLOB    NOT NULL
) STRICT;
CREATE INDEX journal_by_actor ON journal (actor_id, seq);
CREATE UNIQUE INDEX journal_undone ON journal (undoes) WHERE undoes IS NOT NULL;

-- Which rows an entry is about: the path of a patient or an appointment is read from here.
CREATE TABLE journal_rows (
  seq       INTEGER NOT NULL REFERENCES journal (seq),
  entity    TEXT    NOT NULL,
  entity_id INTEGER NOT NULL,
  PRIMARY KEY (entity, entity_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_rows_of ON journal_rows (seq);

CREATE TABLE journal_contents (
  seq       INTEGER PRIMARY KEY REFERENCES journal (seq),
  salt      BLOB,
  contents  TEXT,
  erased_at INTEGER,
  CHECK ((erased_at IS NULL) = (contents IS NOT NULL AND salt IS NOT NULL))
) STRICT;

CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;
CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

CREATE TRIGGER journal_rows_are_append_only_update BEFORE UPDATE ON journal_rows
BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;
CREATE TRIGGER journal_rows_are_append_only_delete BEFORE DELETE ON journal_rows
BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;
-- Contents change once, when they are erased.
CREATE TRIGGER journal_contents_are_only_erased BEFORE UPDATE ON journal_contents
WHEN OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL OR NEW.seq <> OLD.seq
BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;
CREATE TRIGGER journal_contents_are_append_only BEFORE DELETE ON journal_contents
BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

-- How far each follower has read: advanced in the same transaction as its reaction.
CREATE TABLE cursors (
  follower TEXT    PRIMARY KEY NOT NULL,
  seq      INTEGER NOT NULL
) STRICT;
