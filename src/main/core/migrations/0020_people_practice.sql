CREATE TABLE house (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  name    TEXT    NOT NULL,
  zone    TEXT    NOT NULL,
  region  TEXT    NOT NULL CHECK (region IN ('metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane',
            'reunion', 'mayotte', 'saint-martin', 'saint-barthelemy', 'saint-pierre-et-miquelon')),
  phone   TEXT,
  address TEXT,
  demo    INTEGER NOT NULL CHECK (demo IN (0, 1))
) STRICT;

CREATE TABLE practitioners (
  id          INTEGER PRIMARY KEY,
  version     INTEGER NOT NULL,
  source_code TEXT    UNIQUE,
  title       TEXT    NOT NULL,
  family_name TEXT    NOT NULL,
  given_name  TEXT    NOT NULL,
  profession  TEXT    NOT NULL CHECK (profession IN ('general-practitioner', 'specialist', 'nurse', 'physiotherapist',
                'midwife', 'dentist', 'speech-therapist', 'podiatrist', 'psychologist', 'dietitian',
                'occupational-therapist', 'orthoptist', 'psychomotor-therapist', 'other')),
  rpps        TEXT    CHECK (rpps IS NULL OR (length(rpps) = 11 AND rpps NOT GLOB '*[^0-9]*')),
  colour      TEXT    NOT NULL,
  step        INTEGER NOT NULL CHECK (step BETWEEN 5 AND 120),
  active      INTEGER NOT NULL CHECK (active IN (0, 1)),
  position    INTEGER NOT NULL
) STRICT;

CREATE TABLE staff (
  id              INTEGER PRIMARY KEY,
  version         INTEGER NOT NULL,
  initials        TEXT    NOT NULL,
  name            TEXT    NOT NULL,
  role            TEXT    NOT NULL CHECK (role IN ('reception', 'practitioner', 'coordinator')),
  practitioner_id INTEGER REFERENCES practitioners (id),
  active          INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX staff_initials ON staff (initials) WHERE active = 1;

CREATE TABLE appointment_types (
  id              INTEGER PRIMARY KEY,
  version         INTEGER NOT NULL,
  profession      TEXT,
  practitioner_id INTEGER REFERENCES practitioners (id),
  name            TEXT    NOT NULL,
  minutes         INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 480),
  colour          TEXT,
  instruction     TEXT,
  kind            TEXT    NOT NULL CHECK (kind IN ('regular', 'unscheduled', 'newPatient')),
  active          INTEGER NOT NULL CHECK (active IN (0, 1)),
  position        INTEGER NOT NULL,
  CHECK ((profession IS NULL) <> (practitioner_id IS NULL))
) STRICT;

-- Rows of the three tables below are really deleted, and undo puts them back: their ids are never given again.
CREATE TABLE opening_hours (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  version         INTEGER NOT NULL,
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  weekday         INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  start_min       INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 1439),
  end_min         INTEGER NOT NULL CHECK (end_min <= 1440),
  kind            TEXT    NOT NULL CHECK (kind IN ('regular', 'unscheduled', 'newPatient')),
  capacity        INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 20),
  every_weeks     INTEGER NOT NULL CHECK (every_weeks BETWEEN 1 AND 12),
  anchor_day      TEXT    NOT NULL,
  valid_from      TEXT    NOT NULL,
  valid_to        TEXT,
  CHECK (end_min > start_min),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX opening_hours_of ON opening_hours (practitioner_id);

CREATE TABLE opening_exceptions (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  version         INTEGER NOT NULL,
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  day             TEXT    NOT NULL,
  effect          TEXT    NOT NULL CHECK (effect IN ('closed', 'replaced', 'extra')),
  start_min       INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 1439),
  end_min         INTEGER NOT NULL CHECK (end_min <= 1440),
  kind            TEXT    NOT NULL CHECK (kind IN ('regular', 'unscheduled', 'newPatient')),
  capacity        INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 20),
  reason          TEXT,
  CHECK (end_min > start_min)
) STRICT;
CREATE INDEX opening_exceptions_on ON opening_exceptions (day, practitioner_id);

CREATE TABLE absences (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  version         INTEGER NOT NULL,
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  from_day        TEXT    NOT NULL,
  to_day          TEXT    NOT NULL,
  start_min       INTEGER CHECK (start_min BETWEEN 0 AND 1439),
  end_min         INTEGER CHECK (end_min <= 1440),
  reason          TEXT    NOT NULL CHECK (reason IN ('leave', 'sick', 'training', 'meeting', 'other')),
  note            TEXT,
  CHECK (to_day >= from_day),
  CHECK ((start_min IS NULL) = (end_min IS NULL)),
  CHECK (end_min > start_min)
) STRICT;
CREATE INDEX absences_of ON absences (practitioner_id, to_day);
