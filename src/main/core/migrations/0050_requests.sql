CREATE TABLE requests (
  id             INTEGER PRIMARY KEY,
  version        INTEGER NOT NULL,
  origin         TEXT    NOT NULL CHECK (origin IN ('call', 'counter', 'pharmacy', 'nurse', 'other-practice',
                   'emergency-department', 'sas', 'cpts', 'telesecretariat')),
  patient_id     INTEGER REFERENCES patients (id),
  wish           TEXT,
  opened_at      INTEGER NOT NULL,
  opened_by      INTEGER NOT NULL REFERENCES staff (id),
  closed_at      INTEGER,
  outcome        TEXT    CHECK (outcome IN ('appointment', 'withdrawn')),
  appointment_id INTEGER REFERENCES claims (id),
  -- No dead end: a request is closed with an outcome, and only then.
  CHECK ((closed_at IS NULL) = (outcome IS NULL)),
  CHECK ((outcome IS 'appointment') = (appointment_id IS NOT NULL))
) STRICT;
CREATE INDEX requests_open ON requests (opened_at) WHERE closed_at IS NULL;
CREATE INDEX requests_of_patient ON requests (patient_id);
CREATE INDEX requests_of_appointment ON requests (appointment_id) WHERE appointment_id IS NOT NULL;
