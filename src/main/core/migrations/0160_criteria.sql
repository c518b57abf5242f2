-- What may lift a person on a list, and nothing else (docs/spec/criteria.md). No diagnosis: coded answers, no free text.
-- Those that the birth date tells (70 or over, under 2) are computed and have no row.
CREATE TABLE criteria (
  id          INTEGER PRIMARY KEY,
  patient_id  INTEGER NOT NULL REFERENCES patients (id),
  criterion   TEXT    NOT NULL CHECK (criterion IN ('long-term-illness', 'c2s', 'pregnancy', 'hospital-discharge',
                'doctor-gone', 'reduced-mobility')),
  version     INTEGER NOT NULL,
  answer      TEXT    NOT NULL CHECK (answer IN ('yes', 'no', 'unknown')),
  source      TEXT    NOT NULL CHECK (source IN ('person', 'relative', 'professional', 'document')),
  said_on     TEXT    NOT NULL CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Last day on which it counts. Null: until somebody says otherwise.
  holds_until TEXT    CHECK (holds_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  set_at      INTEGER NOT NULL,
  set_by      INTEGER NOT NULL REFERENCES staff (id),
  UNIQUE (patient_id, criterion),
  CHECK (holds_until IS NULL OR holds_until >= said_on)
) STRICT;
