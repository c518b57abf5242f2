-- Claims on a practitioner's time: appointments and short holds. Who occupies what, and when a claim may be added,
-- is the truth table of docs/spec/claims.md, enforced by the two triggers at the end of this file.
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
  -- Deliberate, so somebody said why; who is null only when the program itself took the claim over.
  CHECK ((overbooked = 1) = (overbooked_reason IS NOT NULL)),
  CHECK (CASE kind WHEN 'appointment'
         THEN status IN ('booked', 'arrived', 'in-progress', 'fulfilled', 'cancelled', 'noshow')
              AND patient_id IS NOT NULL
         ELSE status IN ('held', 'released', 'expired') AND expires_at IS NOT NULL END),
  CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL))
) STRICT;
-- Everything that a search for free time reads, so that it never touches the table.
CREATE INDEX claims_on ON claims (day, practitioner_id, start_min, end_min, status, released_from, expires_at);
CREATE INDEX claims_of_patient ON claims (patient_id, day);
CREATE INDEX claims_held ON claims (expires_at) WHERE status = 'held';

-- Who occupies which minutes, said once: [start_min, until_min).
CREATE VIEW occupied_time AS
SELECT id, practitioner_id, day, start_min, coalesce(released_from, end_min) AS until_min, status, expires_at
  FROM claims
 WHERE status NOT IN ('cancelled', 'released', 'expired') AND coalesce(released_from, end_min) > start_min;

-- Concurrency is highest at the first minute wanted or where another claim begins: those minutes alone are counted.
CREATE TRIGGER claims_fit_when_added AFTER INSERT ON claims
WHEN NEW.overbooked = 0
 AND NEW.status NOT IN ('cancelled', 'released', 'expired')
 AND coalesce(NEW.released_from, NEW.end_min) > NEW.start_min
BEGIN
  SELECT RAISE(ABORT, 'claims: no room')
   WHERE EXISTS (
     SELECT 1
       FROM (SELECT NEW.start_min AS minute
             UNION
             SELECT o.start_min FROM occupied_time o
              WHERE o.day = NEW.day AND o.practitioner_id = NEW.practitioner_id AND o.id <> NEW.id
                AND o.start_min > NEW.start_min AND o.start_min < coalesce(NEW.released_from, NEW.end_min)) AS wanted
      WHERE (SELECT count(*) FROM occupied_time o
              WHERE o.day = NEW.day AND o.practitioner_id = NEW.practitioner_id AND o.id <> NEW.id
                AND o.start_min <= wanted.minute AND o.until_min > wanted.minute) >= NEW.capacity);
END;

-- A change is judged on the minutes that it gains: whatever the claim held already stays its own, so nobody is ever
-- blocked because somebody overbooked on top. Giving up the mark « overbooked » gains all of them.
CREATE TRIGGER claims_fit_when_changed
AFTER UPDATE OF practitioner_id, day, start_min, end_min, released_from, status, overbooked ON claims
WHEN NEW.overbooked = 0
 AND NEW.status NOT IN ('cancelled', 'released', 'expired')
 AND coalesce(NEW.released_from, NEW.end_min) > NEW.start_min
BEGIN
  SELECT RAISE(ABORT, 'claims: no room')
   WHERE EXISTS (
     SELECT 1
       FROM (SELECT NEW.start_min AS minute
             UNION
             SELECT coalesce(OLD.released_from, OLD.end_min)
              WHERE coalesce(OLD.released_from, OLD.end_min) >= NEW.start_min
                AND coalesce(OLD.released_from, OLD.end_min) < coalesce(NEW.released_from, NEW.end_min)
             UNION
             SELECT o.start_min FROM occupied_time o
              WHERE o.day = NEW.day AND o.practitioner_id = NEW.practitioner_id AND o.id <> NEW.id
                AND o.start_min > NEW.start_min AND o.start_min < coalesce(NEW.released_from, NEW.end_min)) AS wanted
      WHERE NOT (OLD.practitioner_id = NEW.practitioner_id AND OLD.day = NEW.day AND OLD.overbooked = 0
                 AND OLD.status NOT IN ('cancelled', 'released', 'expired')
                 AND OLD.start_min <= wanted.minute AND coalesce(OLD.released_from, OLD.end_min) > wanted.minute)
        AND (SELECT count(*) FROM occupied_time o
              WHERE o.day = NEW.day AND o.practitioner_id = NEW.practitioner_id AND o.id <> NEW.id
                AND o.start_min <= wanted.minute AND o.until_min > wanted.minute) >= NEW.capacity);
END;
