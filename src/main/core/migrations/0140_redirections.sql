-- To whom somebody was sent, and what came of it. Never deleted: one that was a mistake is taken back.
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
-- A request is closed once: one that was taken back leaves its place to the next.
CREATE UNIQUE INDEX redirections_of_request ON redirections (request_id) WHERE state <> 'taken-back';
CREATE INDEX redirections_waiting ON redirections (due) WHERE state IN ('sent', 'contacted');
CREATE INDEX redirections_answered ON redirections (state_at) WHERE state NOT IN ('sent', 'contacted', 'taken-back');
CREATE INDEX redirections_of_entry ON redirections (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX redirections_taking_up ON redirections (taken_up_by) WHERE taken_up_by IS NOT NULL;
