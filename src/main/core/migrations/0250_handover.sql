-- What is typed for the night: tonight's instructions and who is on call. One row, kept while it is typed.
CREATE TABLE handover_words (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  -- The evening that the instructions are for; on another evening they are no longer proposed.
  day     TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note    TEXT    NOT NULL,
  on_call TEXT    NOT NULL
) STRICT;
