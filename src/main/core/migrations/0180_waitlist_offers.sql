-- The house's rule for the order (docs/spec/waitlist-rank.md). A version is never changed; adopted once, by named people.
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
CREATE TABLE waitlist_rule_adopters (
  rules_id        INTEGER NOT NULL REFERENCES waitlist_rules (id),
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  PRIMARY KEY (rules_id, practitioner_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER waitlist_rules_stand BEFORE UPDATE ON waitlist_rules
WHEN OLD.adopted_at IS NOT NULL OR NEW.adopted_at IS NULL
  OR (NEW.id, NEW.cap, NEW.per_week, NEW.age_70, NEW.long_term_illness, NEW.c2s, NEW.pregnancy, NEW.hospital_discharge,
      NEW.doctor_gone, NEW.child_under_2, NEW.reduced_mobility, NEW.written_at, NEW.written_by)
  <> (OLD.id, OLD.cap, OLD.per_week, OLD.age_70, OLD.long_term_illness, OLD.c2s, OLD.pregnancy, OLD.hospital_discharge,
      OLD.doctor_gone, OLD.child_under_2, OLD.reduced_mobility, OLD.written_at, OLD.written_by)
BEGIN
  SELECT RAISE(ABORT, 'waitlist_rules: a version stands as it was written');
END;
CREATE TRIGGER waitlist_rules_are_kept BEFORE DELETE ON waitlist_rules
BEGIN
  SELECT RAISE(ABORT, 'waitlist_rules: a version stands as it was written');
END;

-- One card for each freed place (docs/spec/waitlist-offers.md).
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
CREATE UNIQUE INDEX freed_slots_once ON freed_slots (freed_by, practitioner_id, day, start_min);
CREATE UNIQUE INDEX freed_slots_one_card ON freed_slots (practitioner_id, day, start_min) WHERE ended IS NULL;
CREATE INDEX freed_slots_ended_by ON freed_slots (ended_by) WHERE ended_by IS NOT NULL;
CREATE INDEX freed_slots_standing ON freed_slots (day, start_min) WHERE ended IS NULL;

-- Places that a practitioner gives to the registration list until a date.
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

-- One person × one place, as it was offered: with the rule and the sentence of that moment.
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
-- One person at a time for one place, and one place at a time for one person.
CREATE UNIQUE INDEX waitlist_offers_one_slot ON waitlist_offers (slot_id) WHERE answer IS NULL AND slot_id IS NOT NULL;
CREATE UNIQUE INDEX waitlist_offers_one_entry ON waitlist_offers (entry_id) WHERE answer IS NULL;
CREATE INDEX waitlist_offers_of_slot ON waitlist_offers (slot_id) WHERE slot_id IS NOT NULL;
CREATE INDEX waitlist_offers_of_places ON waitlist_offers (places_id) WHERE places_id IS NOT NULL;
CREATE INDEX waitlist_offers_of_entry ON waitlist_offers (entry_id);
CREATE INDEX waitlist_offers_holding ON waitlist_offers (hold_id) WHERE hold_id IS NOT NULL;
CREATE INDEX waitlist_offers_booked ON waitlist_offers (appointment_id) WHERE appointment_id IS NOT NULL;
-- Two desks may offer the last given place in the same second: those taken and those in offer never exceed what was given.
CREATE TRIGGER waitlist_offers_fit BEFORE INSERT ON waitlist_offers WHEN NEW.places_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'given places: none left')
   WHERE (SELECT closed FROM given_places WHERE id = NEW.places_id) IS NOT NULL
      OR (SELECT count(*) FROM waitlist_offers o
           WHERE o.places_id = NEW.places_id AND (o.answer IS NULL OR o.answer = 'accepted'))
         >= (SELECT places FROM given_places WHERE id = NEW.places_id);
END;

-- What was freed before the lists existed raises no card now: the reading starts at today's end of the journal.
INSERT INTO cursors (follower, seq) SELECT 'freed-slots', coalesce(max(seq), 0) FROM journal;
