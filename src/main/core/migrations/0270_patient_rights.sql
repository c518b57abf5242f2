-- The rights of patients (docs/spec/patient-rights.md): how long what is kept, who is kept in spite of it, and what was erased.

-- An erased record keeps its number, so that appointments and refusals still count, and nothing that is hers.
ALTER TABLE patients ADD COLUMN erased_at INTEGER
  CHECK (erased_at IS NULL OR (used_name IS NULL AND given_names = '' AND used_given_name IS NULL AND birth_date IS NULL
    AND sex = 'unknown' AND email IS NULL AND address IS NULL AND postal_code IS NULL AND city IS NULL
    AND doctor_name IS NULL AND note IS NULL AND source_code IS NULL));

CREATE TRIGGER patients_erased_stay BEFORE UPDATE ON patients WHEN OLD.erased_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'patients: erased for good');
END;

-- The bounds are those of the screen: nobody erases a house by a slip of the hand, nor keeps for ever.
CREATE TABLE retention_settings (
  id                 INTEGER PRIMARY KEY CHECK (id = 1),
  version            INTEGER NOT NULL,
  words_months       INTEGER NOT NULL CHECK (words_months BETWEEN 1 AND 12),
  unseen_months      INTEGER NOT NULL CHECK (unseen_months BETWEEN 3 AND 12),
  appointment_months INTEGER NOT NULL CHECK (appointment_months BETWEEN 12 AND 60),
  journal_months     INTEGER NOT NULL CHECK (journal_months BETWEEN 6 AND 12),
  seen_years         INTEGER NOT NULL CHECK (seen_years BETWEEN 2 AND 20)
) STRICT;
INSERT INTO retention_settings (id, version, words_months, unseen_months, appointment_months, journal_months, seen_years)
VALUES (1, 1, 3, 12, 24, 12, 5);

-- A dispute under way: nothing of the person is erased until somebody says that it is over.
CREATE TABLE legal_holds (
  id         INTEGER PRIMARY KEY,
  patient_id INTEGER NOT NULL REFERENCES patients (id),
  why        TEXT    NOT NULL CHECK (why <> ''),
  set_at     INTEGER NOT NULL,
  set_by     INTEGER NOT NULL REFERENCES staff (id),
  lifted_at  INTEGER,
  lifted_by  INTEGER REFERENCES staff (id),
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
) STRICT;

CREATE INDEX legal_holds_of ON legal_holds (patient_id);
CREATE UNIQUE INDEX legal_holds_one ON legal_holds (patient_id) WHERE lifted_at IS NULL;

-- What was erased, by number and by when the row was made (a copy that is older gives the same number to the same row,
-- or to another one made later), so that it is erased again once a copy has taken the file's place. A `…-words` line
-- stands for all words that ended before `row_at`.
CREATE TABLE erasures (
  entity    TEXT    NOT NULL CHECK (entity IN ('patient', 'request', 'callback', 'patient-words', 'request-words',
              'appointment-words')),
  row_id    INTEGER NOT NULL,
  row_at    INTEGER NOT NULL,
  erased_at INTEGER NOT NULL,
  PRIMARY KEY (entity, row_id, row_at)
) STRICT, WITHOUT ROWID;
