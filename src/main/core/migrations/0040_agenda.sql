-- Claims on a practitioner's time: appointments and short holds. Who occupies what, and when a claim may be added,
-- is the truth table of docs/spec/claims.md, enforced by the trigger of this file.
CREATE TABLE claims (
  id                  INTEGER PRIMARY KEY,
  version             INTEGER NOT NULL,
  kind                TEXT    NOT NULL CHECK (kind IN ('appointment', 'hold')),
  source_code         TEXT    UNIQUE,
  practitioner_id     INTEGER NOT NULL REFERENCES practitioners (id),
  day                 TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  start_min           INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 1439),
  end_min             INTEGER NOT NULL CHECK (end_min <= 1440),
  -- A no-show may give back its remaining minutes: it then occupies [start, released_from).
  released_from       INTEGER CHECK (released_from IS NULL OR (status = 'noshow' AND released_from BETWEEN start_min AND end_min)),
  status              TEXT    NOT NULL,
  -- Capacity of the opening range that the claim was placed in, resolved when it was placed.
  capacity            INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 20),
  overbooked          INTEGER NOT NULL CHECK (overbooked IN (0, 1)),
  overbooked_reason   TEXT,
  overbooked_by       INTEGER,
  patient_id          INTEGER REFERENCES patients (id),
  appointment_type_id INTEGER REFERENCES appointment_types (id),
  comment             TEXT,
  arrived_at          INTEGER,
  started_at          INTEGER,
  ended_at            INTEGER,
  excused             INTEGER CHECK (excused IN (0, 1)),
  cancelled_by        TEXT    CHECK (cancelled_by IN ('patient', 'practitioner', 'house', 'error', 'unknown')),
  cancel_reason       TEXT,
  cancelled_at        INTEGER,
  expires_at          INTEGER,
  created_at          INTEGER NOT NULL,
  CHECK (end_min > start_min),
  CHECK (CASE kind WHEN 'appointment'
         THEN status IN ('booked', 'arrived', 'in-progress', 'fulfilled', 'cancelled', 'noshow')
              AND patient_id IS NOT NULL
         ELSE status IN ('held', 'released', 'expired') AND expires_at IS NOT NULL END),
  CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL))
) STRICT;
CREATE INDEX claims_on ON claims (day, practitioner_id, start_min);
CREATE INDEX claims_of_patient ON claims (patient_id, day);
