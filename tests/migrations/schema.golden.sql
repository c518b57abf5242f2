-- The schema that all migrations make, for reading and for reviews. After adding a migration:
--   npx vitest run tests/migrations -u
-- user_version 280

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

CREATE TABLE callbacks (
  id                    INTEGER PRIMARY KEY,
  version               INTEGER NOT NULL,
  request_id            INTEGER REFERENCES requests (id),
  patient_id            INTEGER REFERENCES patients (id),
  caller_name           TEXT,
  phone                 TEXT,
  about                 TEXT,
  owner_staff_id        INTEGER REFERENCES staff (id),
  owner_practitioner_id INTEGER REFERENCES practitioners (id),
  due                   INTEGER NOT NULL,
  opened_at             INTEGER NOT NULL,
  opened_by             INTEGER NOT NULL REFERENCES staff (id),
  attempts              INTEGER NOT NULL CHECK (attempts >= 0),
  last_attempt_at       INTEGER,
  closed_at             INTEGER,
  closed_by             INTEGER REFERENCES staff (id),
  outcome               TEXT    CHECK (outcome IN ('kept', 'unreachable', 'withdrawn')),
  said                  TEXT, answers_professional INTEGER NOT NULL DEFAULT 0
  CHECK (answers_professional IN (0, 1)
    AND (answers_professional = 0 OR (phone IS NOT NULL AND caller_name IS NOT NULL))),
  -- Somebody answers for it, and there is somebody to ring.
  CHECK ((owner_staff_id IS NULL) <> (owner_practitioner_id IS NULL)),
  CHECK (patient_id IS NOT NULL OR phone IS NOT NULL),
  CHECK ((attempts = 0) = (last_attempt_at IS NULL)),
  CHECK ((closed_at IS NULL) = (outcome IS NULL)),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  CHECK ((outcome IS 'kept') = (said IS NOT NULL)),
  CHECK (said <> ''),
  CHECK (outcome IS NOT 'unreachable' OR attempts > 0)
) STRICT;

CREATE INDEX callbacks_closed ON callbacks (closed_at) WHERE closed_at IS NOT NULL;

CREATE INDEX callbacks_of_patient ON callbacks (patient_id);

CREATE INDEX callbacks_of_request ON callbacks (request_id);

CREATE INDEX callbacks_open ON callbacks (due) WHERE closed_at IS NULL;

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

CREATE TRIGGER cascade_ticks_are_kept BEFORE DELETE ON cascade_ticks
BEGIN
  SELECT RAISE(ABORT, 'cascade_ticks: append-only');
END;

CREATE TRIGGER cascade_ticks_stand BEFORE UPDATE ON cascade_ticks
BEGIN
  SELECT RAISE(ABORT, 'cascade_ticks: append-only');
END;

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

CREATE INDEX claims_held ON claims (expires_at) WHERE status = 'held';

CREATE INDEX claims_of_patient ON claims (patient_id, day);

CREATE INDEX claims_on ON claims (day, practitioner_id, start_min, end_min, status, released_from, expires_at);

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

CREATE TABLE cursors (
  follower TEXT    PRIMARY KEY NOT NULL,
  seq      INTEGER NOT NULL
) STRICT;

CREATE TABLE directory_competences (
  entry_id   INTEGER NOT NULL REFERENCES directory_entries (id),
  position   INTEGER NOT NULL,
  competence TEXT    NOT NULL,
  PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE directory_entries (
  -- Never given twice: undoing an addition must not lend its journal to the next entry.
  id                 INTEGER PRIMARY KEY AUTOINCREMENT,
  version            INTEGER NOT NULL,
  kind               TEXT    NOT NULL CHECK (kind IN ('person', 'practice', 'msp', 'cpts', 'ess', 'hospital', 'pharmacy',
                       'service', 'structure')),
  title              TEXT    NOT NULL,
  name               TEXT    NOT NULL CHECK (name <> ''),
  given_name         TEXT    NOT NULL,
  profession         TEXT,
  profession_label   TEXT,
  conditions         TEXT,
  takes_newcomers    TEXT    NOT NULL CHECK (takes_newcomers IN ('yes', 'no', 'unknown')),
  takes_unscheduled  TEXT    NOT NULL CHECK (takes_unscheduled IN ('yes', 'no', 'unknown')),
  public_phone       TEXT,
  professional_phone TEXT,
  mssante            TEXT,
  rpps               TEXT    CHECK (rpps IS NULL OR (length(rpps) = 11 AND rpps NOT GLOB '*[^0-9]*')),
  source             TEXT    NOT NULL CHECK (source IN ('house', 'rpps')),
  -- « Identification nationale PP »: recognises the person in the next extraction.
  national_id        TEXT,
  -- Which import created it: until that one is published nobody sees the entry.
  import_id          INTEGER REFERENCES directory_imports (id),
  extraction_day     TEXT,
  gone_on            TEXT,
  -- Parts that the house changed by hand, in words with a space between.
  own_parts          TEXT    NOT NULL,
  -- Digest of what the last extraction said: the same again changes nothing.
  fingerprint        TEXT,
  verified_on        TEXT,
  verified_by        INTEGER REFERENCES staff (id),
  put_away_on        TEXT,
  created_at         INTEGER NOT NULL,
  CHECK ((kind = 'person') = (profession IS NOT NULL)),
  CHECK ((source = 'rpps') = (national_id IS NOT NULL AND import_id IS NOT NULL AND fingerprint IS NOT NULL)),
  CHECK (verified_on IS NOT NULL OR verified_by IS NULL)
) STRICT;

CREATE UNIQUE INDEX directory_entries_by_national_id ON directory_entries (national_id) WHERE national_id IS NOT NULL;

CREATE INDEX directory_entries_by_rpps ON directory_entries (rpps) WHERE rpps IS NOT NULL;

CREATE INDEX directory_entries_of_import ON directory_entries (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE directory_imports (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  at             INTEGER NOT NULL,
  -- Null while it is being written: nobody sees its entries before all of them are there.
  published_at   INTEGER,
  extraction_day TEXT,
  -- As it was asked for, to be proposed the next time: a JSON object that nothing queries.
  wanted         TEXT    NOT NULL,
  persons        INTEGER NOT NULL,
  created        INTEGER NOT NULL,
  updated        INTEGER NOT NULL,
  unchanged      INTEGER NOT NULL,
  kept           INTEGER NOT NULL,
  gone           INTEGER NOT NULL
) STRICT;

CREATE TABLE directory_places (
  entry_id    INTEGER NOT NULL REFERENCES directory_entries (id),
  position    INTEGER NOT NULL,
  name        TEXT,
  address     TEXT,
  postal_code TEXT,
  commune     TEXT,
  departement TEXT,
  phone       TEXT,
  PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE VIEW directory_seen AS
SELECT e.* FROM directory_entries e
 WHERE e.import_id IS NULL OR EXISTS (SELECT 1 FROM directory_imports i WHERE i.id = e.import_id AND i.published_at IS NOT NULL);

CREATE TABLE erasures (
  entity    TEXT    NOT NULL CHECK (entity IN ('patient', 'request', 'callback', 'patient-words', 'request-words',
              'appointment-words')),
  row_id    INTEGER NOT NULL,
  row_at    INTEGER NOT NULL,
  erased_at INTEGER NOT NULL,
  PRIMARY KEY (entity, row_id, row_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE freed_slots (
  id              INTEGER PRIMARY KEY,
  version         INTEGER NOT NULL,
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  day             TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  start_min       INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 1439),
  end_min         INTEGER NOT NULL CHECK (end_min <= 1440),
  kind            TEXT    NOT NULL CHECK (kind IN ('regular', 'unscheduled', 'newPatient')),
  serves          TEXT    NOT NULL CHECK (serves IN ('registration', 'earlier')),
  cause           TEXT    NOT NULL CHECK (cause IN ('cancelled', 'moved', 'noshow', 'hours', 'extra', 'absence-ended')),
  -- The journal entry that freed it: replayed, it raises nothing twice.
  freed_by        INTEGER NOT NULL REFERENCES journal (seq),
  after_slot      INTEGER REFERENCES freed_slots (id) CHECK (after_slot < id),
  raised_at       INTEGER NOT NULL,
  ended           TEXT    CHECK (ended IN ('taken', 'gone', 'past', 'left-free')),
  ended_at        INTEGER,
  -- The journal entry that took it: undone, the card stands again. Null: its hour came, or somebody left it free.
  ended_by        INTEGER REFERENCES journal (seq),
  CHECK (end_min > start_min),
  CHECK ((ended IS NULL) = (ended_at IS NULL)),
  CHECK (ended_by IS NULL OR ended IN ('taken', 'gone'))
) STRICT;

CREATE INDEX freed_slots_ended_by ON freed_slots (ended_by) WHERE ended_by IS NOT NULL;

CREATE UNIQUE INDEX freed_slots_once ON freed_slots (freed_by, practitioner_id, day, start_min);

CREATE UNIQUE INDEX freed_slots_one_card ON freed_slots (practitioner_id, day, start_min) WHERE ended IS NULL;

CREATE INDEX freed_slots_standing ON freed_slots (day, start_min) WHERE ended IS NULL;

CREATE TABLE given_places (
  id              INTEGER PRIMARY KEY,
  version         INTEGER NOT NULL,
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  places          INTEGER NOT NULL CHECK (places BETWEEN 1 AND 50),
  until_day       TEXT    NOT NULL CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  given_at        INTEGER NOT NULL,
  given_by        INTEGER NOT NULL REFERENCES staff (id),
  closed          TEXT    CHECK (closed IN ('used', 'ended', 'withdrawn')),
  closed_at       INTEGER,
  CHECK ((closed IS NULL) = (closed_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX given_places_one ON given_places (practitioner_id) WHERE closed IS NULL;

CREATE TABLE handover_words (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  -- The evening that the instructions are for; on another evening they are no longer proposed.
  day     TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note    TEXT    NOT NULL,
  on_call TEXT    NOT NULL
) STRICT;

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

CREATE TABLE import_mappings (
  headers TEXT PRIMARY KEY NOT NULL,
  role    TEXT NOT NULL,
  mapping TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import_rows (
  entity      TEXT    NOT NULL CHECK (entity IN ('practitioner', 'appointment-type', 'opening-hours', 'claim')),
  source_key  TEXT    NOT NULL,
  row_id      INTEGER NOT NULL,
  -- Digest of what the file said, and the row's version when it was written from it.
  fingerprint TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  import_id   INTEGER NOT NULL REFERENCES imports (id),
  PRIMARY KEY (entity, source_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_rows_of ON import_rows (entity, row_id);

CREATE TABLE imports (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  kept    INTEGER NOT NULL
) STRICT;

CREATE TABLE journal (
  seq            INTEGER PRIMARY KEY AUTOINCREMENT,
  at             INTEGER NOT NULL,
  actor_id       INTEGER,
  actor          TEXT    NOT NULL,
  station        TEXT    NOT NULL,
  action         TEXT    NOT NULL,
  undoable       INTEGER NOT NULL CHECK (undoable IN (0, 1)),
  undoes         INTEGER REFERENCES journal (seq),
  content_digest BLOB    NOT NULL,
  digest         BLOB    NOT NULL
) STRICT;

CREATE INDEX journal_by_action ON journal (action, seq);

CREATE INDEX journal_by_actor ON journal (actor_id, seq);

CREATE INDEX journal_by_time ON journal (at);

CREATE UNIQUE INDEX journal_undone ON journal (undoes) WHERE undoes IS NOT NULL;

CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

CREATE TABLE journal_contents (
  seq       INTEGER PRIMARY KEY REFERENCES journal (seq),
  salt      BLOB,
  contents  TEXT,
  erased_at INTEGER,
  CHECK ((erased_at IS NULL) = (contents IS NOT NULL AND salt IS NOT NULL))
) STRICT;

CREATE TRIGGER journal_contents_are_append_only BEFORE DELETE ON journal_contents
BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

CREATE TRIGGER journal_contents_are_only_erased BEFORE UPDATE ON journal_contents
WHEN OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL OR NEW.seq <> OLD.seq
BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

CREATE TABLE journal_rows (
  seq       INTEGER NOT NULL REFERENCES journal (seq),
  entity    TEXT    NOT NULL,
  entity_id INTEGER NOT NULL,
  PRIMARY KEY (entity, entity_id, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX journal_rows_of ON journal_rows (seq);

CREATE TRIGGER journal_rows_are_append_only_delete BEFORE DELETE ON journal_rows
BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

CREATE TRIGGER journal_rows_are_append_only_update BEFORE UPDATE ON journal_rows
BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

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

CREATE TABLE newcomer_places (
  id              INTEGER PRIMARY KEY,
  request_id      INTEGER NOT NULL REFERENCES requests (id),
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  policy_id       INTEGER NOT NULL REFERENCES policies (id),
  -- The calendar month of the house's zone in which it counts.
  month           TEXT    NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  kept_at         INTEGER NOT NULL,
  kept_by         INTEGER NOT NULL REFERENCES staff (id),
  given_back_at   INTEGER
) STRICT;

CREATE INDEX newcomer_places_for ON newcomer_places (request_id);

CREATE INDEX newcomer_places_in ON newcomer_places (practitioner_id, month) WHERE given_back_at IS NULL;

CREATE UNIQUE INDEX newcomer_places_one ON newcomer_places (request_id) WHERE given_back_at IS NULL;

CREATE TRIGGER newcomer_places_are_kept BEFORE DELETE ON newcomer_places
BEGIN
  SELECT RAISE(ABORT, 'places: only given back');
END;

CREATE TRIGGER newcomer_places_fit BEFORE INSERT ON newcomer_places
BEGIN
  SELECT RAISE(ABORT, 'places: not what the policy gives')
   WHERE NOT EXISTS (SELECT 1 FROM policies p
                      WHERE p.id = NEW.policy_id AND p.practitioner_id = NEW.practitioner_id
                        AND p.withdrawn_at IS NULL AND p.state <> 'closed');
  SELECT RAISE(ABORT, 'places: quota used up')
   WHERE (SELECT count(*) FROM newcomer_places n
           WHERE n.practitioner_id = NEW.practitioner_id AND n.month = NEW.month AND n.given_back_at IS NULL)
         >= (SELECT quota_per_month FROM policies WHERE id = NEW.policy_id);
END;

CREATE TRIGGER newcomer_places_stay BEFORE UPDATE ON newcomer_places
WHEN OLD.given_back_at IS NOT NULL OR NEW.given_back_at IS NULL
  OR (NEW.id, NEW.request_id, NEW.practitioner_id, NEW.policy_id, NEW.month, NEW.kept_at, NEW.kept_by)
  <> (OLD.id, OLD.request_id, OLD.practitioner_id, OLD.policy_id, OLD.month, OLD.kept_at, OLD.kept_by)
BEGIN
  SELECT RAISE(ABORT, 'places: only given back');
END;

CREATE VIEW occupied_time AS
SELECT id, practitioner_id, day, start_min, coalesce(released_from, end_min) AS until_min, status, expires_at
  FROM claims
 WHERE status NOT IN ('cancelled', 'released', 'expired') AND coalesce(released_from, end_min) > start_min;

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

CREATE TABLE patient_names (
  name_key   TEXT    NOT NULL,
  patient_id INTEGER NOT NULL REFERENCES patients (id),
  PRIMARY KEY (name_key, patient_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX patient_names_of ON patient_names (patient_id);

CREATE TABLE patient_needs (
  patient_id INTEGER NOT NULL REFERENCES patients (id),
  need       TEXT    NOT NULL CHECK (need IN ('wheelchair', 'interpreter', 'sign-language', 'companion', 'low-vision',
               'home-visit')),
  PRIMARY KEY (patient_id, need)
) STRICT, WITHOUT ROWID;

CREATE TABLE patient_phones (
  patient_id INTEGER NOT NULL REFERENCES patients (id),
  position   INTEGER NOT NULL,
  e164       TEXT    NOT NULL,
  kind       TEXT    NOT NULL CHECK (kind IN ('mobile', 'landline', 'other')),
  PRIMARY KEY (patient_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX patient_phones_by_number ON patient_phones (e164);

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
  created_at             INTEGER NOT NULL, erased_at INTEGER
  CHECK (erased_at IS NULL OR (used_name IS NULL AND given_names = '' AND used_given_name IS NULL AND birth_date IS NULL
    AND sex = 'unknown' AND email IS NULL AND address IS NULL AND postal_code IS NULL AND city IS NULL
    AND doctor_name IS NULL AND note IS NULL AND source_code IS NULL)),
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

CREATE TRIGGER patients_erased_stay BEFORE UPDATE ON patients WHEN OLD.erased_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'patients: erased for good');
END;

CREATE TABLE policies (
  id               INTEGER PRIMARY KEY,
  practitioner_id  INTEGER NOT NULL REFERENCES practitioners (id),
  state            TEXT    NOT NULL CHECK (state IN ('open', 'closed', 'quota', 'conditional')),
  quota_per_month  INTEGER CHECK (quota_per_month BETWEEN 1 AND 500),
  -- The whole list of conditions. « Relatives of a patient » would be family situation (docs/spec/refusals.md).
  needs_referral   INTEGER NOT NULL CHECK (needs_referral IN (0, 1)),
  visits_in_sector INTEGER NOT NULL CHECK (visits_in_sector IN (0, 1)),
  visit_sector     TEXT,
  valid_from       TEXT    NOT NULL CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review_on        TEXT    NOT NULL CHECK (review_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ground           TEXT    CHECK (ground IN ('list-full', 'outside-competence', 'absence-or-departure',
                     'outside-mode-of-practice')),
  ground_on_paper  INTEGER NOT NULL CHECK (ground_on_paper IN (0, 1)),
  instructions     TEXT,
  who_sorts        TEXT    NOT NULL CHECK (who_sorts IN ('reception', 'practitioner', 'everyone-is-taken')),
  set_by           INTEGER NOT NULL REFERENCES staff (id),
  set_at           INTEGER NOT NULL,
  withdrawn_at     INTEGER,
  CHECK ((state = 'quota') = (quota_per_month IS NOT NULL)),
  CHECK ((state = 'conditional') = (needs_referral + visits_in_sector > 0)),
  CHECK ((visits_in_sector = 1) = (visit_sector IS NOT NULL)),
  CHECK ((state = 'closed' OR needs_referral = 1) = (ground IS NOT NULL)),
  CHECK (review_on > valid_from)
) STRICT;

CREATE INDEX policies_of ON policies (practitioner_id, valid_from);

CREATE TRIGGER policies_are_kept BEFORE DELETE ON policies
BEGIN
  SELECT RAISE(ABORT, 'policies: append-only');
END;

CREATE TRIGGER policies_stay_as_said BEFORE UPDATE ON policies
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL
  OR (NEW.id, NEW.practitioner_id, NEW.state, NEW.needs_referral, NEW.visits_in_sector, NEW.valid_from, NEW.review_on,
      NEW.ground_on_paper, NEW.who_sorts, NEW.set_by, NEW.set_at)
  <> (OLD.id, OLD.practitioner_id, OLD.state, OLD.needs_referral, OLD.visits_in_sector, OLD.valid_from, OLD.review_on,
      OLD.ground_on_paper, OLD.who_sorts, OLD.set_by, OLD.set_at)
  OR NEW.quota_per_month IS NOT OLD.quota_per_month OR NEW.visit_sector IS NOT OLD.visit_sector
  OR NEW.ground IS NOT OLD.ground OR NEW.instructions IS NOT OLD.instructions
BEGIN
  SELECT RAISE(ABORT, 'policies: append-only');
END;

CREATE TABLE policy_situations (
  policy_id INTEGER NOT NULL REFERENCES policies (id),
  ground    TEXT    NOT NULL CHECK (ground IN ('outside-competence', 'outside-mode-of-practice', 'double-follow-up',
              'not-a-medical-request')),
  PRIMARY KEY (policy_id, ground)
) STRICT, WITHOUT ROWID;

CREATE TABLE practitioner_decisions (
  id                        INTEGER PRIMARY KEY,
  version                   INTEGER NOT NULL,
  practitioner_id           INTEGER NOT NULL REFERENCES practitioners (id),
  patient_id                INTEGER NOT NULL REFERENCES patients (id),
  ground                    TEXT    NOT NULL CHECK (ground IN ('breach-of-trust', 'repeated-absence')),
  decided_on                TEXT    NOT NULL CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  known_patient             INTEGER NOT NULL CHECK (known_patient IN (0, 1)),
  patient_told_on           TEXT    CHECK (patient_told_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  successor                 TEXT    CHECK (successor IN ('house', 'outside')),
  successor_practitioner_id INTEGER REFERENCES practitioners (id),
  information_passed_on     TEXT    CHECK (information_passed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  recorded_by               INTEGER NOT NULL REFERENCES staff (id),
  recorded_at               INTEGER NOT NULL,
  withdrawn_at              INTEGER,
  CHECK ((successor IS 'house') = (successor_practitioner_id IS NOT NULL)),
  CHECK (successor_practitioner_id <> practitioner_id)
) STRICT;

CREATE INDEX practitioner_decisions_about ON practitioner_decisions (patient_id);

CREATE TRIGGER decisions_are_her_own BEFORE INSERT ON practitioner_decisions
WHEN NOT EXISTS (SELECT 1 FROM staff s
                  WHERE s.id = NEW.recorded_by AND s.role = 'practitioner'
                    AND s.practitioner_id = NEW.practitioner_id)
BEGIN
  SELECT RAISE(ABORT, 'decisions: by that practitioner only');
END;

CREATE TRIGGER decisions_are_kept BEFORE DELETE ON practitioner_decisions
BEGIN
  SELECT RAISE(ABORT, 'decisions: kept');
END;

CREATE TRIGGER decisions_stay_as_said BEFORE UPDATE ON practitioner_decisions
WHEN OLD.withdrawn_at IS NOT NULL
  OR (NEW.id, NEW.practitioner_id, NEW.patient_id, NEW.ground, NEW.decided_on, NEW.known_patient, NEW.recorded_by,
      NEW.recorded_at)
  <> (OLD.id, OLD.practitioner_id, OLD.patient_id, OLD.ground, OLD.decided_on, OLD.known_patient, OLD.recorded_by,
      OLD.recorded_at)
BEGIN
  SELECT RAISE(ABORT, 'decisions: stay as said');
END;

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

CREATE TABLE redirections (
  id              INTEGER PRIMARY KEY,
  version         INTEGER NOT NULL,
  request_id      INTEGER NOT NULL REFERENCES requests (id),
  entry_id        INTEGER REFERENCES directory_entries (id),
  -- As the request's outcome says it: an entry is renamed, what was said on the phone is not.
  sent_to         TEXT    NOT NULL CHECK (sent_to IN ('outside', 'cpts', 'cpam', 'sas', 'out-of-hours',
                    'emergency-department', 'pharmacy', 'teleconsultation')),
  label           TEXT    CHECK (label <> ''),
  despite         TEXT    CHECK (despite IN ('agreed-by-phone', 'already-followed', 'one-time', 'entry-outdated',
                    'nobody-else')),
  how             TEXT    NOT NULL CHECK (how IN ('phone', 'letter', 'patient-told')),
  due             INTEGER NOT NULL,
  opened_at       INTEGER NOT NULL,
  opened_by       INTEGER NOT NULL REFERENCES staff (id),
  state           TEXT    NOT NULL CHECK (state IN ('sent', 'contacted', 'accepted', 'full', 'unreachable', 'not-gone',
                    'taken-back')),
  state_at        INTEGER NOT NULL,
  state_by        INTEGER NOT NULL REFERENCES staff (id),
  accepted_at     INTEGER,
  attempts        INTEGER NOT NULL CHECK (attempts >= 0),
  last_attempt_at INTEGER,
  -- Nobody is left without an outcome: the request that goes on after « complet » or « injoignable ».
  taken_up_by     INTEGER REFERENCES requests (id),
  CHECK (sent_to <> 'outside' OR label IS NOT NULL),
  CHECK (despite IS NULL OR entry_id IS NOT NULL),
  CHECK ((attempts = 0) = (last_attempt_at IS NULL)),
  CHECK (state <> 'unreachable' OR attempts > 0),
  CHECK (accepted_at IS NULL OR state IN ('accepted', 'not-gone')),
  CHECK (state <> 'accepted' OR accepted_at IS NOT NULL),
  CHECK ((taken_up_by IS NOT NULL) = (state IN ('full', 'unreachable')))
) STRICT;

CREATE INDEX redirections_answered ON redirections (state_at) WHERE state NOT IN ('sent', 'contacted', 'taken-back');

CREATE INDEX redirections_of_entry ON redirections (entry_id) WHERE entry_id IS NOT NULL;

CREATE UNIQUE INDEX redirections_of_request ON redirections (request_id) WHERE state <> 'taken-back';

CREATE INDEX redirections_taking_up ON redirections (taken_up_by) WHERE taken_up_by IS NOT NULL;

CREATE INDEX redirections_waiting ON redirections (due) WHERE state IN ('sent', 'contacted');

CREATE TABLE refusal_colleagues (
  refusal_id      INTEGER NOT NULL REFERENCES refusals (id),
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  answer          TEXT    NOT NULL CHECK (answer IN ('accepted', 'declined-by-patient', 'condition-not-met')),
  PRIMARY KEY (refusal_id, practitioner_id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX refusal_colleagues_one ON refusal_colleagues (refusal_id) WHERE answer = 'accepted';

CREATE TRIGGER refusal_colleagues_are_kept BEFORE DELETE ON refusal_colleagues
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;

CREATE TRIGGER refusal_colleagues_stay BEFORE UPDATE ON refusal_colleagues
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;

CREATE TABLE refusal_ways (
  refusal_id      INTEGER NOT NULL REFERENCES refusals (id),
  kind            TEXT    NOT NULL CHECK (kind IN ('colleague', 'outside', 'registration-list', 'unscheduled-slot', 'cpts',
                    'cpam', 'sas', 'out-of-hours', 'pharmacy', 'teleconsultation')),
  practitioner_id INTEGER REFERENCES practitioners (id),
  place           TEXT    CHECK (place IN ('practitioner', 'group-practice', 'health-centre', 'hospital', 'care-network')),
  PRIMARY KEY (refusal_id, kind),
  CHECK ((kind = 'colleague') = (practitioner_id IS NOT NULL)),
  CHECK ((kind = 'outside') = (place IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER refusal_ways_are_kept BEFORE DELETE ON refusal_ways
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;

CREATE TRIGGER refusal_ways_stay BEFORE UPDATE ON refusal_ways
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;

CREATE TABLE refusal_words (
  refusal_id      INTEGER NOT NULL REFERENCES refusals (id),
  text_version_id INTEGER NOT NULL REFERENCES text_versions (id),
  PRIMARY KEY (refusal_id, text_version_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER refusal_words_are_kept BEFORE DELETE ON refusal_words
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;

CREATE TRIGGER refusal_words_stay BEFORE UPDATE ON refusal_words
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;

CREATE TABLE refusals (
  id               INTEGER PRIMARY KEY,
  request_id       INTEGER NOT NULL REFERENCES requests (id),
  practitioner_id  INTEGER NOT NULL REFERENCES practitioners (id),
  urgency_event_id INTEGER NOT NULL REFERENCES urgency_events (id),
  card_id          INTEGER NOT NULL REFERENCES urgency_cards (id),
  policy_id        INTEGER NOT NULL REFERENCES policies (id),
  decision_id      INTEGER REFERENCES practitioner_decisions (id),
  ground           TEXT    NOT NULL CHECK (ground IN ('list-full', 'outside-competence', 'absence-or-departure',
                     'outside-mode-of-practice', 'double-follow-up', 'not-a-medical-request', 'breach-of-trust',
                     'repeated-absence')),
  home_visit       INTEGER NOT NULL CHECK (home_visit IN (0, 1)),
  -- The calendar month of the house's zone, as for places.
  month            TEXT    NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  -- One of its ways forward and one of the wordings that were said: checked at the commit, so that neither is missing.
  a_way            TEXT    NOT NULL,
  a_wording        INTEGER NOT NULL,
  at               INTEGER NOT NULL,
  by_staff         INTEGER NOT NULL REFERENCES staff (id),
  UNIQUE (request_id, practitioner_id),
  CHECK ((ground IN ('breach-of-trust', 'repeated-absence')) = (decision_id IS NOT NULL)),
  FOREIGN KEY (id, a_way) REFERENCES refusal_ways (refusal_id, kind) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (id, a_wording) REFERENCES refusal_words (refusal_id, text_version_id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER refusals_are_guarded BEFORE INSERT ON refusals
BEGIN
  SELECT RAISE(ABORT, 'refusals: urgency not ruled out')
   WHERE NOT EXISTS (SELECT 1 FROM urgency_events e
                      WHERE e.id = NEW.urgency_event_id AND e.request_id = NEW.request_id
                        AND (e.what = 'ruled-out' OR e.decision = 'no-urgency'));
  SELECT RAISE(ABORT, 'refusals: the card is not signed')
   WHERE NOT EXISTS (SELECT 1 FROM urgency_cards c WHERE c.id = NEW.card_id AND c.signed_by IS NOT NULL);
  SELECT RAISE(ABORT, 'refusals: the request is closed')
   WHERE EXISTS (SELECT 1 FROM requests r WHERE r.id = NEW.request_id AND r.closed_at IS NOT NULL);
  SELECT RAISE(ABORT, 'refusals: not by this policy')
   WHERE NOT EXISTS (SELECT 1 FROM policies p
                      WHERE p.id = NEW.policy_id AND p.practitioner_id = NEW.practitioner_id AND p.withdrawn_at IS NULL
                        AND (NEW.decision_id IS NOT NULL
                             OR p.ground = NEW.ground
                             OR (p.state = 'quota' AND NEW.ground = 'list-full')
                             OR (p.visits_in_sector = 1 AND NEW.home_visit = 1 AND NEW.ground = 'outside-mode-of-practice')
                             OR EXISTS (SELECT 1 FROM policy_situations s
                                         WHERE s.policy_id = p.id AND s.ground = NEW.ground)));
  SELECT RAISE(ABORT, 'refusals: places are left')
   WHERE NEW.ground = 'list-full'
     AND EXISTS (SELECT 1 FROM policies p
                  WHERE p.id = NEW.policy_id AND p.state = 'quota'
                    AND p.quota_per_month > (SELECT count(*) FROM newcomer_places n
                                              WHERE n.practitioner_id = NEW.practitioner_id AND n.month = NEW.month
                                                AND n.given_back_at IS NULL));
  SELECT RAISE(ABORT, 'refusals: a place is kept')
   WHERE EXISTS (SELECT 1 FROM newcomer_places n
                  WHERE n.request_id = NEW.request_id AND n.practitioner_id = NEW.practitioner_id
                    AND n.given_back_at IS NULL);
  SELECT RAISE(ABORT, 'refusals: not by this decision')
   WHERE NEW.decision_id IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM practitioner_decisions d
                      JOIN patients p ON p.id = d.patient_id
                      JOIN requests r ON r.id = NEW.request_id
                      JOIN patients q ON q.id = r.patient_id
                     WHERE d.id = NEW.decision_id AND d.practitioner_id = NEW.practitioner_id
                       AND d.ground = NEW.ground AND d.withdrawn_at IS NULL
                       AND coalesce(p.survivor_id, p.id) = coalesce(q.survivor_id, q.id)
                       AND (d.known_patient = 0 OR (d.patient_told_on IS NOT NULL AND d.successor IS NOT NULL
                                                    AND d.information_passed_on IS NOT NULL)));
END;

CREATE TRIGGER refusals_are_kept BEFORE DELETE ON refusals
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;

CREATE TRIGGER refusals_stay BEFORE UPDATE ON refusals
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;

CREATE TABLE "requests" (
  id                         INTEGER PRIMARY KEY,
  version                    INTEGER NOT NULL,
  nature                     TEXT    NOT NULL CHECK (nature IN ('appointment', 'registration', 'unscheduled', 'message',
                               'redirection', 'administrative')),
  origin                     TEXT    NOT NULL CHECK (origin IN ('call', 'counter', 'pharmacy', 'nurse', 'other-practice',
                               'emergency-department', 'sas', 'cpts', 'telesecretariat')),
  professional               TEXT,
  patient_agrees             INTEGER CHECK (patient_agrees IN (0, 1)),
  patient_id                 INTEGER REFERENCES patients (id),
  caller_name                TEXT,
  practitioner_id            INTEGER REFERENCES practitioners (id),
  profession                 TEXT,
  message_kind               TEXT    CHECK (message_kind IN ('prescription', 'result', 'advice', 'administrative')),
  message_urgent             INTEGER CHECK (message_urgent IN (0, 1)),
  wish                       TEXT,
  owner_staff_id             INTEGER REFERENCES staff (id),
  owner_practitioner_id      INTEGER REFERENCES practitioners (id),
  due                        INTEGER NOT NULL,
  continues                  INTEGER REFERENCES requests (id) CHECK (continues < id),
  opened_at                  INTEGER NOT NULL,
  opened_by                  INTEGER NOT NULL REFERENCES staff (id),
  closed_at                  INTEGER,
  closed_by                  INTEGER REFERENCES staff (id),
  outcome                    TEXT    CHECK (outcome IN ('appointment', 'registration-list', 'earlier-list', 'redirected',
                               'callback', 'emergency', 'answered', 'withdrawn', 'unresolved')),
  -- Booked, or standing while an earlier one is looked for.
  appointment_id             INTEGER REFERENCES claims (id),
  list_profession            TEXT,
  -- JSON, read whole by the list that takes it up: whom the person would accept, which days and hours.
  list_wishes                TEXT    CHECK (json_valid(list_wishes)),
  redirected_to              TEXT    CHECK (redirected_to IN ('colleague', 'outside', 'cpts', 'cpam', 'sas', 'out-of-hours',
                               'emergency-department', 'pharmacy', 'teleconsultation')),
  redirected_practitioner_id INTEGER REFERENCES practitioners (id),
  redirected_label           TEXT,
  callback_id                INTEGER REFERENCES callbacks (id),
  said                       TEXT,
  unresolved_reason          TEXT    CHECK (unresolved_reason IN ('nothing-found', 'offers-declined', 'unreachable', 'duplicate',
                               'opened-by-mistake')), professional_entry_id INTEGER REFERENCES directory_entries (id)
  CHECK (professional_entry_id IS NULL OR professional IS NOT NULL),
  -- No dead end: a request is closed with an outcome, by somebody, and only then.
  CHECK ((closed_at IS NULL) = (outcome IS NULL)),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  -- And the outcome has what it needs.
  CHECK ((outcome IS 'appointment' OR outcome IS 'earlier-list') = (appointment_id IS NOT NULL)),
  CHECK ((outcome IS 'registration-list') = (list_profession IS NOT NULL)),
  CHECK ((outcome IS 'registration-list' OR outcome IS 'earlier-list') = (list_wishes IS NOT NULL)),
  CHECK (list_wishes IS NULL OR patient_id IS NOT NULL),
  CHECK ((outcome IS 'redirected') = (redirected_to IS NOT NULL)),
  CHECK ((redirected_to IS 'colleague') = (redirected_practitioner_id IS NOT NULL)),
  CHECK (redirected_to IS NOT 'outside' OR redirected_label IS NOT NULL),
  CHECK (redirected_label IS NULL OR (redirected_label <> '' AND redirected_to IS NOT NULL)),
  CHECK ((outcome IS 'callback') = (callback_id IS NOT NULL)),
  CHECK ((outcome IS 'answered') = (said IS NOT NULL)),
  CHECK (said <> ''),
  CHECK ((outcome IS 'unresolved') = (unresolved_reason IS NOT NULL)),
  -- Somebody answers for it; a message says of which kind; only a professional's door has a professional behind it.
  CHECK ((owner_staff_id IS NULL) <> (owner_practitioner_id IS NULL)),
  CHECK ((nature = 'message') = (message_kind IS NOT NULL)),
  CHECK ((message_kind IS NULL) = (message_urgent IS NULL)),
  CHECK (origin NOT IN ('call', 'counter', 'telesecretariat') OR (professional IS NULL AND patient_agrees IS NULL))
) STRICT;

CREATE INDEX requests_continuing ON requests (continues) WHERE continues IS NOT NULL;

CREATE INDEX requests_of_appointment ON requests (appointment_id) WHERE appointment_id IS NOT NULL;

CREATE INDEX requests_of_patient ON requests (patient_id, opened_at);

CREATE INDEX requests_of_professional ON requests (professional_entry_id) WHERE professional_entry_id IS NOT NULL;

CREATE INDEX requests_open ON requests (due) WHERE closed_at IS NULL;

CREATE TRIGGER newcomer_places_come_back AFTER UPDATE OF closed_at ON requests
WHEN OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL
BEGIN
  UPDATE newcomer_places SET given_back_at = NEW.closed_at
   WHERE request_id = NEW.id AND given_back_at IS NULL
     AND NEW.outcome NOT IN ('callback', 'answered')
     AND NOT (NEW.outcome IN ('appointment', 'earlier-list')
              AND practitioner_id = (SELECT c.practitioner_id FROM claims c WHERE c.id = NEW.appointment_id))
     AND NOT (NEW.outcome = 'redirected' AND practitioner_id IS NEW.redirected_practitioner_id);
END;

CREATE TABLE reserve_releases (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  day             TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  released_at     INTEGER NOT NULL,
  released_by     INTEGER NOT NULL REFERENCES staff (id),
  UNIQUE (day, practitioner_id)
) STRICT;

CREATE TABLE reserve_rules (
  practitioner_id INTEGER PRIMARY KEY REFERENCES practitioners (id),
  version         INTEGER NOT NULL,
  shares          INTEGER NOT NULL CHECK (shares IN (0, 1)),
  keeps           INTEGER NOT NULL CHECK (keeps IN (0, 1))
) STRICT;

CREATE TABLE retention_settings (
  id                 INTEGER PRIMARY KEY CHECK (id = 1),
  version            INTEGER NOT NULL,
  words_months       INTEGER NOT NULL CHECK (words_months BETWEEN 1 AND 12),
  unseen_months      INTEGER NOT NULL CHECK (unseen_months BETWEEN 3 AND 12),
  appointment_months INTEGER NOT NULL CHECK (appointment_months BETWEEN 12 AND 60),
  journal_months     INTEGER NOT NULL CHECK (journal_months BETWEEN 6 AND 12),
  seen_years         INTEGER NOT NULL CHECK (seen_years BETWEEN 2 AND 20)
) STRICT;

CREATE TABLE return_batches (
  id         INTEGER PRIMARY KEY,
  -- Made by the screen: a paste that is sent twice is one batch.
  key        TEXT    NOT NULL UNIQUE,
  -- The titles of its columns, as typed; empty without any.
  titles     TEXT    NOT NULL,
  brought_at INTEGER NOT NULL,
  brought_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

CREATE TRIGGER return_batches_are_kept BEFORE DELETE ON return_batches
BEGIN
  SELECT RAISE(ABORT, 'return_batches: nothing is deleted');
END;

CREATE TRIGGER return_batches_stand BEFORE UPDATE ON return_batches
BEGIN
  SELECT RAISE(ABORT, 'return_batches: what was brought stays');
END;

CREATE TABLE return_lines (
  id           INTEGER PRIMARY KEY,
  version      INTEGER NOT NULL,
  batch_id     INTEGER NOT NULL REFERENCES return_batches (id),
  position     INTEGER NOT NULL CHECK (position > 0),
  -- Of a line typed by hand, made by the screen as well.
  key          TEXT    UNIQUE,
  typed        TEXT    NOT NULL,
  -- JSON: the same by columns, as corrected since.
  cells        TEXT    NOT NULL CHECK (json_valid(cells)),
  became       TEXT    CHECK (became IN ('request', 'callback', 'appointment', 'aside')),
  request_id   INTEGER REFERENCES requests (id),
  callback_id  INTEGER REFERENCES callbacks (id),
  claim_id     INTEGER REFERENCES claims (id),
  aside_reason TEXT    CHECK (aside_reason IN ('duplicate', 'already-done', 'not-for-us', 'wrong-call')),
  settled_at   INTEGER,
  settled_by   INTEGER REFERENCES staff (id),
  UNIQUE (batch_id, position),
  CHECK ((became IS NULL) = (settled_at IS NULL)),
  CHECK ((became IS NULL) = (settled_by IS NULL)),
  CHECK ((became IS 'request') = (request_id IS NOT NULL)),
  CHECK ((became IS 'callback') = (callback_id IS NOT NULL)),
  CHECK ((became IS 'appointment') = (claim_id IS NOT NULL)),
  CHECK ((became IS 'aside') = (aside_reason IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX return_lines_callback ON return_lines (callback_id);

CREATE UNIQUE INDEX return_lines_claim ON return_lines (claim_id);

CREATE INDEX return_lines_request ON return_lines (request_id);

CREATE INDEX return_lines_waiting ON return_lines (batch_id) WHERE became IS NULL;

CREATE TRIGGER return_lines_are_kept BEFORE DELETE ON return_lines
BEGIN
  SELECT RAISE(ABORT, 'return_lines: nothing is deleted');
END;

CREATE TRIGGER return_lines_stand BEFORE UPDATE OF typed, batch_id, position, key ON return_lines
  -- Emptied, and nothing else: a person's right to be erased.
  WHEN NEW.typed NOT IN (OLD.typed, '') OR NEW.batch_id <> OLD.batch_id OR NEW.position <> OLD.position
    OR NEW.key IS NOT OLD.key
BEGIN
  SELECT RAISE(ABORT, 'return_lines: what was typed stays');
END;

CREATE TABLE schema_migrations
           (version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;

CREATE TABLE seating (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  version      INTEGER NOT NULL,
  lock_minutes INTEGER CHECK (lock_minutes BETWEEN 1 AND 120),
  pin_required INTEGER NOT NULL CHECK (pin_required IN (0, 1))
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

CREATE TABLE staff_pins (
  staff_id        INTEGER PRIMARY KEY REFERENCES staff (id),
  salt            BLOB    NOT NULL CHECK (length(salt) = 16),
  hash            BLOB    NOT NULL CHECK (length(hash) = 32),
  cost            INTEGER NOT NULL,
  block_size      INTEGER NOT NULL,
  parallelization INTEGER NOT NULL,
  set_at          INTEGER NOT NULL,
  -- Since the last right one.
  tries           INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
  -- What the last of them has cost. A desk that starts again waits it out again: its clocks tell it nothing.
  wait_ms         INTEGER NOT NULL DEFAULT 0 CHECK (wait_ms >= 0)
) STRICT;

CREATE TABLE text_versions (
  id         INTEGER PRIMARY KEY,
  text_key   TEXT    NOT NULL,
  content    TEXT    NOT NULL CHECK (content <> ''),
  -- 'default': somebody went back to Parvis's own wording. 'told': Parvis's own, noted because somebody was told it.
  origin     TEXT    NOT NULL CHECK (origin IN ('house', 'default', 'told')),
  written_by INTEGER REFERENCES staff (id),
  written_at INTEGER NOT NULL
) STRICT;

CREATE INDEX text_versions_of ON text_versions (text_key, id);

CREATE TRIGGER text_versions_are_append_only_delete BEFORE DELETE ON text_versions
BEGIN SELECT RAISE(ABORT, 'text_versions: append only'); END;

CREATE TRIGGER text_versions_are_append_only_update BEFORE UPDATE ON text_versions
BEGIN SELECT RAISE(ABORT, 'text_versions: append only'); END;

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

CREATE TABLE urgency_cards (
  id           INTEGER PRIMARY KEY,
  number       INTEGER NOT NULL UNIQUE CHECK (number > 0),
  -- JSON, read whole: the lines in their order.
  red_flags    TEXT    NOT NULL CHECK (json_type(red_flags) = 'array' AND json_array_length(red_flags) > 0),
  author       TEXT    NOT NULL CHECK (author <> ''),
  written_by   INTEGER NOT NULL REFERENCES staff (id),
  written_at   INTEGER NOT NULL,
  signed_by    INTEGER REFERENCES practitioners (id),
  signed_staff INTEGER REFERENCES staff (id),
  signed_on    TEXT    CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review_due   TEXT    CHECK (review_due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  CHECK ((signed_by IS NULL) = (signed_staff IS NULL)),
  CHECK ((signed_by IS NULL) = (signed_on IS NULL)),
  CHECK ((signed_by IS NULL) = (review_due IS NULL)),
  CHECK (review_due > signed_on)
) STRICT;

CREATE TRIGGER urgency_cards_are_kept BEFORE DELETE ON urgency_cards
BEGIN
  SELECT RAISE(ABORT, 'urgency cards: kept');
END;

CREATE TRIGGER urgency_cards_are_signed_by_practitioners BEFORE UPDATE OF signed_by ON urgency_cards
WHEN NOT EXISTS (SELECT 1 FROM staff s
                  WHERE s.id = NEW.signed_staff AND s.role = 'practitioner' AND s.practitioner_id = NEW.signed_by)
BEGIN
  SELECT RAISE(ABORT, 'urgency cards: signed by a practitioner only');
END;

CREATE TRIGGER urgency_cards_are_signed_once BEFORE UPDATE ON urgency_cards
WHEN OLD.signed_by IS NOT NULL OR NEW.number <> OLD.number OR NEW.red_flags <> OLD.red_flags OR NEW.author <> OLD.author
  OR NEW.written_by <> OLD.written_by OR NEW.written_at <> OLD.written_at
BEGIN
  SELECT RAISE(ABORT, 'urgency cards: written and signed once');
END;

CREATE TABLE urgency_events (
  id                 INTEGER PRIMARY KEY,
  key                TEXT    NOT NULL UNIQUE,
  at                 INTEGER NOT NULL,
  written_at         INTEGER NOT NULL,
  what               TEXT    NOT NULL CHECK (what IN ('ruled-out', 'patient-calls-15', 'we-call-15', 'practitioner-told',
                       'doubt')),
  request_id         INTEGER REFERENCES requests (id),
  practitioner_id    INTEGER REFERENCES practitioners (id),
  card_id            INTEGER REFERENCES urgency_cards (id),
  follows_key        TEXT,
  by_staff           INTEGER NOT NULL REFERENCES staff (id),
  acknowledged_at    INTEGER,
  acknowledged_by    INTEGER REFERENCES practitioners (id),
  acknowledged_staff INTEGER REFERENCES staff (id),
  decision           TEXT    CHECK (decision IN ('no-urgency', 'fifteen', 'i-take-it')), locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
  CHECK (at <= written_at),
  CHECK (what <> 'ruled-out' OR request_id IS NOT NULL),
  CHECK ((what = 'practitioner-told') = (practitioner_id IS NOT NULL)),
  CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
  CHECK ((acknowledged_at IS NULL) = (acknowledged_staff IS NULL)),
  CHECK ((acknowledged_at IS NULL) = (decision IS NULL)),
  CHECK (decision IS NULL OR what IN ('practitioner-told', 'doubt'))
) STRICT;

CREATE INDEX urgency_events_following ON urgency_events (follows_key) WHERE follows_key IS NOT NULL;

CREATE INDEX urgency_events_of_request ON urgency_events (request_id);

CREATE INDEX urgency_events_unanswered ON urgency_events (at)
 WHERE decision IS NULL AND what IN ('practitioner-told', 'doubt');

CREATE TRIGGER urgency_events_are_answered_by_practitioners BEFORE UPDATE OF decision ON urgency_events
WHEN NOT EXISTS (SELECT 1 FROM staff s
                  WHERE s.id = NEW.acknowledged_staff AND s.role = 'practitioner'
                    AND s.practitioner_id = NEW.acknowledged_by)
BEGIN
  SELECT RAISE(ABORT, 'urgency events: answered by a practitioner only');
END;

CREATE TRIGGER urgency_events_are_answered_once BEFORE UPDATE ON urgency_events
WHEN OLD.decision IS NOT NULL OR NEW.key <> OLD.key OR NEW.at <> OLD.at OR NEW.what <> OLD.what
  OR NEW.request_id IS NOT OLD.request_id OR NEW.practitioner_id IS NOT OLD.practitioner_id
BEGIN
  SELECT RAISE(ABORT, 'urgency events: answered once, never rewritten');
END;

CREATE TRIGGER urgency_events_are_kept BEFORE DELETE ON urgency_events
BEGIN
  SELECT RAISE(ABORT, 'urgency events: kept');
END;

CREATE TABLE urgency_numbers (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  version      INTEGER NOT NULL,
  out_of_hours TEXT    NOT NULL CHECK (out_of_hours <> '')
) STRICT;

CREATE TABLE waitlist_entries (
  id              INTEGER PRIMARY KEY,
  version         INTEGER NOT NULL,
  kind            TEXT    NOT NULL CHECK (kind IN ('registration', 'earlier')),
  patient_id      INTEGER NOT NULL REFERENCES patients (id),
  profession      TEXT    NOT NULL CHECK (profession <> ''),
  -- Of the earlier list: the one that stands until a sooner one is accepted.
  appointment_id  INTEGER REFERENCES claims (id),
  -- JSON of ListWishes, read whole by the rank.
  wishes          TEXT    NOT NULL CHECK (json_valid(wishes)),
  home_visit      INTEGER NOT NULL CHECK (home_visit IN (0, 1)),
  step_free       INTEGER NOT NULL CHECK (step_free IN (0, 1)),
  origin          TEXT    NOT NULL CHECK (origin IN ('call', 'counter', 'pharmacy', 'nurse', 'other-practice',
                    'emergency-department', 'sas', 'cpts', 'telesecretariat')),
  -- The request that says what is wished now; null: added by hand.
  request_id      INTEGER REFERENCES requests (id),
  since           INTEGER NOT NULL,
  reconfirm_by    TEXT    NOT NULL CHECK (reconfirm_by GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  attempts        INTEGER NOT NULL CHECK (attempts >= 0),
  last_attempt_at INTEGER,
  cpts_agrees     INTEGER CHECK (cpts_agrees IN (0, 1)),
  state           TEXT    NOT NULL CHECK (state IN ('waiting', 'unreachable', 'closed')),
  -- How it ended.
  ended           TEXT    CHECK (ended IN ('accepted', 'settled', 'appointment-over', 'no-longer-looking',
                    'found-elsewhere', 'unreachable', 'expired', 'opened-by-mistake', 'taken-back',
                    'same-person')),
  closed_at       INTEGER,
  -- Null: what closed it happened elsewhere.
  closed_by       INTEGER REFERENCES staff (id),
  CHECK ((kind = 'earlier') = (appointment_id IS NOT NULL)),
  CHECK ((attempts = 0) = (last_attempt_at IS NULL)),
  CHECK ((state = 'closed') = (ended IS NOT NULL)),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT;

CREATE INDEX waitlist_closed ON waitlist_entries (closed_at) WHERE closed_at IS NOT NULL;

CREATE INDEX waitlist_of_appointment ON waitlist_entries (appointment_id) WHERE appointment_id IS NOT NULL;

CREATE INDEX waitlist_of_patient ON waitlist_entries (patient_id);

CREATE INDEX waitlist_of_request ON waitlist_entries (request_id) WHERE request_id IS NOT NULL;

CREATE UNIQUE INDEX waitlist_one_earlier ON waitlist_entries (appointment_id)
  WHERE kind = 'earlier' AND state <> 'closed';

CREATE UNIQUE INDEX waitlist_one_registration ON waitlist_entries (patient_id, profession)
  WHERE kind = 'registration' AND state <> 'closed';

CREATE INDEX waitlist_open ON waitlist_entries (kind, profession) WHERE state <> 'closed';

CREATE TABLE waitlist_entry_practitioners (
  entry_id        INTEGER NOT NULL REFERENCES waitlist_entries (id),
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  PRIMARY KEY (entry_id, practitioner_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE waitlist_offers (
  id              INTEGER PRIMARY KEY,
  version         INTEGER NOT NULL,
  slot_id         INTEGER REFERENCES freed_slots (id),
  places_id       INTEGER REFERENCES given_places (id),
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  -- The part of the freed time that was offered.
  start_min       INTEGER,
  end_min         INTEGER,
  entry_id        INTEGER NOT NULL REFERENCES waitlist_entries (id),
  hold_id         INTEGER REFERENCES claims (id),
  rules_id        INTEGER REFERENCES waitlist_rules (id),
  score           INTEGER NOT NULL,
  sentence        TEXT    NOT NULL,
  override        TEXT    CHECK (override IN ('agreed-by-phone', 'practitioner-asks', 'wish-changed',
                    'place-suits-after-all', 'nobody-else')),
  offered_at      INTEGER NOT NULL,
  offered_by      INTEGER NOT NULL REFERENCES staff (id),
  expires_at      INTEGER NOT NULL,
  answer          TEXT    CHECK (answer IN ('accepted', 'not-this-slot', 'no-answer', 'no-longer-looking', 'expired',
                    'withdrawn')),
  answered_at     INTEGER,
  -- Null: nobody said anything, its time ran out.
  answered_by     INTEGER REFERENCES staff (id),
  appointment_id  INTEGER REFERENCES claims (id),
  CHECK ((slot_id IS NULL) <> (places_id IS NULL)),
  CHECK ((slot_id IS NULL) = (hold_id IS NULL)),
  CHECK ((slot_id IS NULL) = (start_min IS NULL) AND (start_min IS NULL) = (end_min IS NULL)),
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK (appointment_id IS NULL OR answer = 'accepted')
) STRICT;

CREATE INDEX waitlist_offers_booked ON waitlist_offers (appointment_id) WHERE appointment_id IS NOT NULL;

CREATE INDEX waitlist_offers_holding ON waitlist_offers (hold_id) WHERE hold_id IS NOT NULL;

CREATE INDEX waitlist_offers_of_entry ON waitlist_offers (entry_id);

CREATE INDEX waitlist_offers_of_places ON waitlist_offers (places_id) WHERE places_id IS NOT NULL;

CREATE INDEX waitlist_offers_of_slot ON waitlist_offers (slot_id) WHERE slot_id IS NOT NULL;

CREATE UNIQUE INDEX waitlist_offers_one_entry ON waitlist_offers (entry_id) WHERE answer IS NULL;

CREATE UNIQUE INDEX waitlist_offers_one_slot ON waitlist_offers (slot_id) WHERE answer IS NULL AND slot_id IS NOT NULL;

CREATE TRIGGER waitlist_offers_fit BEFORE INSERT ON waitlist_offers WHEN NEW.places_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'given places: none left')
   WHERE (SELECT closed FROM given_places WHERE id = NEW.places_id) IS NOT NULL
      OR (SELECT count(*) FROM waitlist_offers o
           WHERE o.places_id = NEW.places_id AND (o.answer IS NULL OR o.answer = 'accepted'))
         >= (SELECT places FROM given_places WHERE id = NEW.places_id);
END;

CREATE TABLE waitlist_place_facts (
  practitioner_id INTEGER PRIMARY KEY REFERENCES practitioners (id),
  version         INTEGER NOT NULL,
  step_free       INTEGER CHECK (step_free IN (0, 1)),
  home_visits     INTEGER NOT NULL CHECK (home_visits IN (0, 1)),
  sex             TEXT    CHECK (sex IN ('female', 'male'))
) STRICT;

CREATE TABLE waitlist_rule_adopters (
  rules_id        INTEGER NOT NULL REFERENCES waitlist_rules (id),
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  PRIMARY KEY (rules_id, practitioner_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE waitlist_rules (
  id                INTEGER PRIMARY KEY,
  cap               INTEGER NOT NULL CHECK (cap BETWEEN 0 AND 200),
  per_week          INTEGER NOT NULL CHECK (per_week BETWEEN 1 AND 20),
  age_70            INTEGER NOT NULL CHECK (age_70 BETWEEN 0 AND 100),
  long_term_illness INTEGER NOT NULL CHECK (long_term_illness BETWEEN 0 AND 100),
  c2s               INTEGER NOT NULL CHECK (c2s BETWEEN 0 AND 100),
  pregnancy         INTEGER NOT NULL CHECK (pregnancy BETWEEN 0 AND 100),
  hospital_discharge INTEGER NOT NULL CHECK (hospital_discharge BETWEEN 0 AND 100),
  doctor_gone       INTEGER NOT NULL CHECK (doctor_gone BETWEEN 0 AND 100),
  child_under_2     INTEGER NOT NULL CHECK (child_under_2 BETWEEN 0 AND 100),
  reduced_mobility  INTEGER NOT NULL CHECK (reduced_mobility BETWEEN 0 AND 100),
  written_at        INTEGER NOT NULL,
  written_by        INTEGER NOT NULL REFERENCES staff (id),
  adopted_on        TEXT    CHECK (adopted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  adopted_at        INTEGER,
  adopted_by        INTEGER REFERENCES staff (id),
  CHECK ((adopted_on IS NULL) = (adopted_at IS NULL)),
  CHECK ((adopted_on IS NULL) = (adopted_by IS NULL))
) STRICT;

CREATE INDEX waitlist_rules_adopted ON waitlist_rules (adopted_at) WHERE adopted_at IS NOT NULL;

CREATE TRIGGER waitlist_rules_are_kept BEFORE DELETE ON waitlist_rules
BEGIN
  SELECT RAISE(ABORT, 'waitlist_rules: a version stands as it was written');
END;

CREATE TRIGGER waitlist_rules_stand BEFORE UPDATE ON waitlist_rules
WHEN OLD.adopted_at IS NOT NULL OR NEW.adopted_at IS NULL
  OR (NEW.id, NEW.cap, NEW.per_week, NEW.age_70, NEW.long_term_illness, NEW.c2s, NEW.pregnancy, NEW.hospital_discharge,
      NEW.doctor_gone, NEW.child_under_2, NEW.reduced_mobility, NEW.written_at, NEW.written_by)
  <> (OLD.id, OLD.cap, OLD.per_week, OLD.age_70, OLD.long_term_illness, OLD.c2s, OLD.pregnancy, OLD.hospital_discharge,
      OLD.doctor_gone, OLD.child_under_2, OLD.reduced_mobility, OLD.written_at, OLD.written_by)
BEGIN
  SELECT RAISE(ABORT, 'waitlist_rules: a version stands as it was written');
END;

CREATE TABLE waitlist_settings (
  id             INTEGER PRIMARY KEY CHECK (id = 1),
  version        INTEGER NOT NULL,
  hold_minutes   INTEGER NOT NULL CHECK (hold_minutes BETWEEN 1 AND 240),
  attempts       INTEGER NOT NULL CHECK (attempts BETWEEN 1 AND 10),
  reconfirm_days INTEGER NOT NULL CHECK (reconfirm_days BETWEEN 7 AND 365),
  old_days       INTEGER NOT NULL CHECK (old_days BETWEEN 7 AND 1000)
) STRICT;
