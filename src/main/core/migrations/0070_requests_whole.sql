-- Promises to ring somebody. Never deleted: one that is taken back is withdrawn.
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
  said                  TEXT,
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
CREATE INDEX callbacks_open ON callbacks (due) WHERE closed_at IS NULL;
CREATE INDEX callbacks_closed ON callbacks (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX callbacks_of_patient ON callbacks (patient_id);
CREATE INDEX callbacks_of_request ON callbacks (request_id);

-- The table is made anew: what closes a request, and what each outcome needs, is said by its CHECKs.
CREATE TABLE requests_whole (
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
                               'opened-by-mistake')),
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

-- Until now every request was for an appointment, taken by whoever opened it. Who closed it is in the journal.
INSERT INTO requests_whole (id, version, nature, origin, patient_id, wish, owner_staff_id, due, opened_at, opened_by,
  closed_at, closed_by, outcome, appointment_id)
SELECT r.id, r.version, 'appointment', r.origin, r.patient_id, r.wish, r.opened_by, r.opened_at + 86400000, r.opened_at,
  r.opened_by, r.closed_at,
  CASE WHEN r.closed_at IS NOT NULL THEN coalesce(
    (SELECT j.actor_id FROM journal_rows w JOIN journal j USING (seq)
      WHERE w.entity = 'request' AND w.entity_id = r.id AND j.action IN ('request.closed', 'request.withdrawn')
      ORDER BY j.seq DESC LIMIT 1),
    r.opened_by) END,
  r.outcome, r.appointment_id
  FROM requests r;
DROP TABLE requests;
ALTER TABLE requests_whole RENAME TO requests;

CREATE INDEX requests_open ON requests (due) WHERE closed_at IS NULL;
CREATE INDEX requests_of_patient ON requests (patient_id, opened_at);
CREATE INDEX requests_of_appointment ON requests (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX requests_continuing ON requests (continues) WHERE continues IS NOT NULL;
