-- The practitioners' list of warning signs, version by version: a protocol is never rewritten, only followed by another.
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
CREATE TRIGGER urgency_cards_are_signed_once BEFORE UPDATE ON urgency_cards
WHEN OLD.signed_by IS NOT NULL OR NEW.number <> OLD.number OR NEW.red_flags <> OLD.red_flags OR NEW.author <> OLD.author
  OR NEW.written_by <> OLD.written_by OR NEW.written_at <> OLD.written_at
BEGIN
  SELECT RAISE(ABORT, 'urgency cards: written and signed once');
END;
-- Nobody signs in a practitioner's name.
CREATE TRIGGER urgency_cards_are_signed_by_practitioners BEFORE UPDATE OF signed_by ON urgency_cards
WHEN NOT EXISTS (SELECT 1 FROM staff s
                  WHERE s.id = NEW.signed_staff AND s.role = 'practitioner' AND s.practitioner_id = NEW.signed_by)
BEGIN
  SELECT RAISE(ABORT, 'urgency cards: signed by a practitioner only');
END;
CREATE TRIGGER urgency_cards_are_kept BEFORE DELETE ON urgency_cards
BEGIN
  SELECT RAISE(ABORT, 'urgency cards: kept');
END;

CREATE TABLE urgency_numbers (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  version      INTEGER NOT NULL,
  out_of_hours TEXT    NOT NULL CHECK (out_of_hours <> '')
) STRICT;

-- What was done about an urgency. Lines are added, sometimes late, and never rewritten; only an answer comes after.
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
  decision           TEXT    CHECK (decision IN ('no-urgency', 'fifteen', 'i-take-it')),
  CHECK (at <= written_at),
  CHECK (what <> 'ruled-out' OR request_id IS NOT NULL),
  CHECK ((what = 'practitioner-told') = (practitioner_id IS NOT NULL)),
  CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
  CHECK ((acknowledged_at IS NULL) = (acknowledged_staff IS NULL)),
  CHECK ((acknowledged_at IS NULL) = (decision IS NULL)),
  CHECK (decision IS NULL OR what IN ('practitioner-told', 'doubt'))
) STRICT;
CREATE INDEX urgency_events_of_request ON urgency_events (request_id);
CREATE INDEX urgency_events_following ON urgency_events (follows_key) WHERE follows_key IS NOT NULL;
CREATE INDEX urgency_events_unanswered ON urgency_events (at)
 WHERE decision IS NULL AND what IN ('practitioner-told', 'doubt');
CREATE TRIGGER urgency_events_are_answered_once BEFORE UPDATE ON urgency_events
WHEN OLD.decision IS NOT NULL OR NEW.key <> OLD.key OR NEW.at <> OLD.at OR NEW.what <> OLD.what
  OR NEW.request_id IS NOT OLD.request_id OR NEW.practitioner_id IS NOT OLD.practitioner_id
BEGIN
  SELECT RAISE(ABORT, 'urgency events: answered once, never rewritten');
END;
CREATE TRIGGER urgency_events_are_answered_by_practitioners BEFORE UPDATE OF decision ON urgency_events
WHEN NOT EXISTS (SELECT 1 FROM staff s
                  WHERE s.id = NEW.acknowledged_staff AND s.role = 'practitioner'
                    AND s.practitioner_id = NEW.acknowledged_by)
BEGIN
  SELECT RAISE(ABORT, 'urgency events: answered by a practitioner only');
END;
CREATE TRIGGER urgency_events_are_kept BEFORE DELETE ON urgency_events
BEGIN
  SELECT RAISE(ABORT, 'urgency events: kept');
END;
