CREATE TABLE patients (
  id                     INTEGER PRIMARY KEY,
  version                INTEGER NOT NULL,
  source_code            TEXT    UNIQUE,
  birth_name             TEXT    NOT NULL CHECK (birth_name <> ''),
  used_name              TEXT,
  given_names            TEXT    NOT NULL,
  used_given_name        TEXT,
  -- `YYYY-MM-DD`, `YYYY`, or null, after the precision.
  birth_date             TEXT,
  birth_precision        TEXT    NOT NULL CHECK (birth_precision IN ('day', 'year', 'estimated', 'unknown')),
  sex                    TEXT    NOT NULL CHECK (sex IN ('female', 'male', 'unknown')),
  identity               TEXT    NOT NULL CHECK (identity IN ('provisional', 'validated')),
  email                  TEXT,
  address                TEXT,
  postal_code            TEXT,
  city                   TEXT,
  doctor_kind            TEXT    NOT NULL CHECK (doctor_kind IN ('house', 'outside', 'none', 'unknown')),
  doctor_practitioner_id INTEGER REFERENCES practitioners (id),
  doctor_name            TEXT,
  note                   TEXT,
  merged_into            INTEGER REFERENCES patients (id),
  created_at             INTEGER NOT NULL,
  CHECK (merged_into IS NULL OR merged_into <> id),
  CHECK ((doctor_kind = 'house') = (doctor_practitioner_id IS NOT NULL)),
  CHECK (CASE birth_precision WHEN 'unknown' THEN birth_date IS NULL
                              WHEN 'day' THEN birth_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
                              ELSE birth_date GLOB '[0-9][0-9][0-9][0-9]' END)
) STRICT;
CREATE INDEX patients_by_birth ON patients (birth_date);
CREATE INDEX patients_merged ON patients (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE patient_phones (
  patient_id INTEGER NOT NULL REFERENCES patients (id),
  position   INTEGER NOT NULL,
  e164       TEXT    NOT NULL,
  kind       TEXT    NOT NULL CHECK (kind IN ('mobile', 'landline', 'other')),
  PRIMARY KEY (patient_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX patient_phones_by_number ON patient_phones (e164);

CREATE TABLE patient_needs (
  patient_id INTEGER NOT NULL REFERENCES patients (id),
  need       TEXT    NOT NULL CHECK (need IN ('wheelchair', 'interpreter', 'sign-language', 'companion', 'low-vision',
               'home-visit')),
  PRIMARY KEY (patient_id, need)
) STRICT, WITHOUT ROWID;
