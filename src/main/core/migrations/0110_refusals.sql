-- A practitioner's own dated decision about one patient, with the hand-over of somebody who was followed.
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

-- Nobody decides in a practitioner's name.
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

-- What was decided stays as it was written; the hand-over is added to it, and it may be taken back once.
CREATE TRIGGER decisions_stay_as_said BEFORE UPDATE ON practitioner_decisions
WHEN OLD.withdrawn_at IS NOT NULL
  OR (NEW.id, NEW.practitioner_id, NEW.patient_id, NEW.ground, NEW.decided_on, NEW.known_patient, NEW.recorded_by,
      NEW.recorded_at)
  <> (OLD.id, OLD.practitioner_id, OLD.patient_id, OLD.ground, OLD.decided_on, OLD.known_patient, OLD.recorded_by,
      OLD.recorded_at)
BEGIN
  SELECT RAISE(ABORT, 'decisions: stay as said');
END;

-- One request × one practitioner. No free text anywhere below, and no « other ».
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

-- What was said, as versions that stay: the words of a refusal can be read again years later.
CREATE TABLE refusal_words (
  refusal_id      INTEGER NOT NULL REFERENCES refusals (id),
  text_version_id INTEGER NOT NULL REFERENCES text_versions (id),
  PRIMARY KEY (refusal_id, text_version_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE refusal_colleagues (
  refusal_id      INTEGER NOT NULL REFERENCES refusals (id),
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id),
  answer          TEXT    NOT NULL CHECK (answer IN ('accepted', 'declined-by-patient', 'condition-not-met')),
  PRIMARY KEY (refusal_id, practitioner_id)
) STRICT, WITHOUT ROWID;
-- One person, one place.
CREATE UNIQUE INDEX refusal_colleagues_one ON refusal_colleagues (refusal_id) WHERE answer = 'accepted';

-- What must never exist, whatever the code above does.
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

-- It was heard: neither changed nor taken back.
CREATE TRIGGER refusals_stay BEFORE UPDATE ON refusals
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;
CREATE TRIGGER refusals_are_kept BEFORE DELETE ON refusals
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;
CREATE TRIGGER refusal_ways_stay BEFORE UPDATE ON refusal_ways
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;
CREATE TRIGGER refusal_ways_are_kept BEFORE DELETE ON refusal_ways
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;
CREATE TRIGGER refusal_words_stay BEFORE UPDATE ON refusal_words
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;
CREATE TRIGGER refusal_words_are_kept BEFORE DELETE ON refusal_words
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;
CREATE TRIGGER refusal_colleagues_stay BEFORE UPDATE ON refusal_colleagues
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;
CREATE TRIGGER refusal_colleagues_are_kept BEFORE DELETE ON refusal_colleagues
BEGIN
  SELECT RAISE(ABORT, 'refusals: written once');
END;

-- A place comes back when its request ends without being taken on. Here, and not in the code that closes requests: that
-- code stands below and knows nothing of places, and a place must be free in the same commit.
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
