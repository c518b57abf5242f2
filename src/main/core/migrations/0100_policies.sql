-- How each practitioner receives newcomers, from a day on. Append-only: the next row takes over, and the history stays.
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

-- What the practitioner never takes, whoever asks, even while open: about the request, never about the person.
CREATE TABLE policy_situations (
  policy_id INTEGER NOT NULL REFERENCES policies (id),
  ground    TEXT    NOT NULL CHECK (ground IN ('outside-competence', 'outside-mode-of-practice', 'double-follow-up',
              'not-a-medical-request')),
  PRIMARY KEY (policy_id, ground)
) STRICT, WITHOUT ROWID;

-- History is not rewritten: a policy may be taken back, once, and that is all that may change.
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

-- A newcomer that a practitioner takes on: one place of the month, kept from the moment it is said.
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
CREATE INDEX newcomer_places_in ON newcomer_places (practitioner_id, month) WHERE given_back_at IS NULL;
CREATE INDEX newcomer_places_for ON newcomer_places (request_id);
-- One person, one place: whoever changes practitioners gives the first one back.
CREATE UNIQUE INDEX newcomer_places_one ON newcomer_places (request_id) WHERE given_back_at IS NULL;

-- Two windows may promise the last place in the same second: only one of the two promises exists.
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
-- A place that was given back may be somebody else's by now: it never comes back by itself.
CREATE TRIGGER newcomer_places_stay BEFORE UPDATE ON newcomer_places
WHEN OLD.given_back_at IS NOT NULL OR NEW.given_back_at IS NULL
  OR (NEW.id, NEW.request_id, NEW.practitioner_id, NEW.policy_id, NEW.month, NEW.kept_at, NEW.kept_by)
  <> (OLD.id, OLD.request_id, OLD.practitioner_id, OLD.policy_id, OLD.month, OLD.kept_at, OLD.kept_by)
BEGIN
  SELECT RAISE(ABORT, 'places: only given back');
END;
CREATE TRIGGER newcomer_places_are_kept BEFORE DELETE ON newcomer_places
BEGIN
  SELECT RAISE(ABORT, 'places: only given back');
END;
