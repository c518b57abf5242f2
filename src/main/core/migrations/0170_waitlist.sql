-- The two lists (docs/spec/waitlists.md). Never deleted: an entry that was a mistake is closed as one.
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
-- One open entry a person and profession, and one for each appointment that somebody would leave for a sooner one.
CREATE UNIQUE INDEX waitlist_one_registration ON waitlist_entries (patient_id, profession)
  WHERE kind = 'registration' AND state <> 'closed';
CREATE UNIQUE INDEX waitlist_one_earlier ON waitlist_entries (appointment_id)
  WHERE kind = 'earlier' AND state <> 'closed';
CREATE INDEX waitlist_open ON waitlist_entries (kind, profession) WHERE state <> 'closed';
CREATE INDEX waitlist_of_patient ON waitlist_entries (patient_id);
CREATE INDEX waitlist_of_appointment ON waitlist_entries (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX waitlist_of_request ON waitlist_entries (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX waitlist_closed ON waitlist_entries (closed_at) WHERE closed_at IS NOT NULL;

-- Whom the person would accept. No row: anybody of that profession (registration), her own practitioner (earlier).
CREATE TABLE waitlist_entry_practitioners (
  entry_id        INTEGER NOT NULL REFERENCES waitlist_entries (id),
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  PRIMARY KEY (entry_id, practitioner_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE waitlist_settings (
  id             INTEGER PRIMARY KEY CHECK (id = 1),
  version        INTEGER NOT NULL,
  hold_minutes   INTEGER NOT NULL CHECK (hold_minutes BETWEEN 1 AND 240),
  attempts       INTEGER NOT NULL CHECK (attempts BETWEEN 1 AND 10),
  reconfirm_days INTEGER NOT NULL CHECK (reconfirm_days BETWEEN 7 AND 365),
  old_days       INTEGER NOT NULL CHECK (old_days BETWEEN 7 AND 1000)
) STRICT;
INSERT INTO waitlist_settings (id, version, hold_minutes, attempts, reconfirm_days, old_days) VALUES (1, 1, 20, 3, 90, 180);

-- What a place with a practitioner is like. No row, or null: nobody has said.
CREATE TABLE waitlist_place_facts (
  practitioner_id INTEGER PRIMARY KEY REFERENCES practitioners (id),
  version         INTEGER NOT NULL,
  step_free       INTEGER CHECK (step_free IN (0, 1)),
  home_visits     INTEGER NOT NULL CHECK (home_visits IN (0, 1)),
  sex             TEXT    CHECK (sex IN ('female', 'male'))
) STRICT;
