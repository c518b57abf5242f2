CREATE TABLE patients (
  -- Never given twice: undoing a creation must not lend its journal to the next person.
  id                     INTEGER PRIMARY KEY AUTOINCREMENT,
  version                INTEGER NOT NULL,
  source_code            TEXT    UNIQUE,
  -- `version` as the last import left it: when it differs, the desk has changed the record since, and keeps it.
  source_version         INTEGER,
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
  -- Where the chain of pointers ends: derived, so that a join needs no recursion. Null for a live record.
  survivor_id            INTEGER REFERENCES patients (id),
  -- Derived from the names, as every list shows and sorts them.
  display_name           TEXT    NOT NULL,
  sort_key               TEXT    NOT NULL,
  created_at             INTEGER NOT NULL,
  CHECK (merged_into IS NULL OR merged_into <> id),
  CHECK ((merged_into IS NULL) = (survivor_id IS NULL)),
  CHECK ((doctor_kind = 'house') = (doctor_practitioner_id IS NOT NULL)),
  CHECK (CASE birth_precision WHEN 'unknown' THEN birth_date IS NULL
                              WHEN 'day' THEN birth_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
                              ELSE birth_date GLOB '[0-9][0-9][0-9][0-9]' END)
) STRICT;
CREATE INDEX patients_by_birth ON patients (birth_date);
CREATE INDEX patients_merged ON patients (survivor_id) WHERE survivor_id IS NOT NULL;
CREATE INDEX patients_merged_into ON patients (merged_into) WHERE merged_into IS NOT NULL;

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

-- Every « family name, given name » under which somebody might be announced, as compared (docs/spec/identity.md): two live
-- records that share one are homonyms. Derived from the names; a merged record has none.
CREATE TABLE patient_names (
  name_key   TEXT    NOT NULL,
  patient_id INTEGER NOT NULL REFERENCES patients (id),
  PRIMARY KEY (name_key, patient_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX patient_names_of ON patient_names (patient_id);

-- One line of a list or a card, for the areas above to join: `… JOIN patient_summaries s ON s.record_id = c.patient_id`.
-- A merged record shows its survivor.
CREATE VIEW patient_summaries AS
SELECT r.id AS record_id, p.id, p.display_name, p.sort_key, p.birth_precision, p.birth_date, p.sex,
       (SELECT e164 FROM patient_phones WHERE patient_id = p.id ORDER BY position LIMIT 1) AS phone,
       p.city, p.identity, p.doctor_kind, p.doctor_practitioner_id, p.doctor_name,
       (SELECT group_concat(need, ' ' ORDER BY need) FROM patient_needs WHERE patient_id = p.id) AS needs,
       EXISTS (SELECT 1 FROM patient_names mine
                 JOIN patient_names other ON other.name_key = mine.name_key AND other.patient_id <> p.id
                WHERE mine.patient_id = p.id) AS homonym
  FROM patients r
  JOIN patients p ON p.id = coalesce(r.survivor_id, r.id);
