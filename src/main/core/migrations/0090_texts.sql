-- The house's own wordings. Only ever added: what somebody was told can be read again years later.
CREATE TABLE text_versions (
  id         INTEGER PRIMARY KEY,
  text_key   TEXT    NOT NULL,
  content    TEXT    NOT NULL CHECK (content <> ''),
  -- 'default': somebody went back to Parvis's own wording. 'told': Parvis's own, noted because somebody was told it.
  origin     TEXT    NOT NULL CHECK (origin IN ('house', 'default', 'told')),
  written_by INTEGER REFERENCES staff (id),
  written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX text_versions_of ON text_versions (text_key, id);

CREATE TRIGGER text_versions_are_append_only_update BEFORE UPDATE ON text_versions
BEGIN SELECT RAISE(ABORT, 'text_versions: append only'); END;
CREATE TRIGGER text_versions_are_append_only_delete BEFORE DELETE ON text_versions
BEGIN SELECT RAISE(ABORT, 'text_versions: append only'); END;
