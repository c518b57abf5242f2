-- Unscheduled care: what the house has decided, what each practitioner allows, what was given back, and how each request
-- went down the cascade (docs/spec/unscheduled.md).
CREATE TABLE unscheduled_settings (
  id             INTEGER PRIMARY KEY CHECK (id = 1),
  version        INTEGER NOT NULL,
  -- Of the day itself: what nobody has taken by then is ordinary time. Null: the reserve is kept to the end.
  release_at_min INTEGER CHECK (release_at_min BETWEEN 0 AND 1439),
  -- Who rings back when nothing was found. Null: whoever is chosen then.
  sorter_id      INTEGER REFERENCES practitioners (id),
  cpts_name      TEXT    CHECK (cpts_name <> ''),
  cpts_phone     TEXT    CHECK (cpts_phone <> '')
) STRICT;
INSERT INTO unscheduled_settings (id, version) VALUES (1, 1);

-- Without a row: colleagues' patients are not put into her reserve, and it is released with everybody's.
CREATE TABLE reserve_rules (
  practitioner_id INTEGER PRIMARY KEY REFERENCES practitioners (id),
  version         INTEGER NOT NULL,
  shares          INTEGER NOT NULL CHECK (shares IN (0, 1)),
  keeps           INTEGER NOT NULL CHECK (keeps IN (0, 1))
) STRICT;

-- Given back by hand, before the house's hour. Rows are really deleted by undo: their ids are never given again.
CREATE TABLE reserve_releases (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  day             TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  released_at     INTEGER NOT NULL,
  released_by     INTEGER NOT NULL REFERENCES staff (id),
  UNIQUE (day, practitioner_id)
) STRICT;

CREATE TABLE cascade_ticks (
  id         INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES requests (id),
  step       TEXT    NOT NULL CHECK (step IN ('own-doctor', 'colleagues', 'next-half-day', 'within-48h', 'outside',
               'callback', 'fifteen')),
  what       TEXT    NOT NULL CHECK (what IN ('nothing', 'declined', 'booked')),
  at         INTEGER NOT NULL,
  by_staff   INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX cascade_ticks_of ON cascade_ticks (request_id, id);

CREATE TRIGGER cascade_ticks_stand BEFORE UPDATE ON cascade_ticks
BEGIN
  SELECT RAISE(ABORT, 'cascade_ticks: append-only');
END;
CREATE TRIGGER cascade_ticks_are_kept BEFORE DELETE ON cascade_ticks
BEGIN
  SELECT RAISE(ABORT, 'cascade_ticks: append-only');
END;
