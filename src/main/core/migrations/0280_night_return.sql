-- What comes back from the télésecrétariat: the titles of each paste, and each of its lines as typed, until it became something or
-- was set aside by somebody. Nothing of it is deleted.
CREATE TABLE return_batches (
  id         INTEGER PRIMARY KEY,
  -- Made by the screen: a paste that is sent twice is one batch.
  key        TEXT    NOT NULL UNIQUE,
  -- The titles of its columns, as typed; empty without any.
  titles     TEXT    NOT NULL,
  brought_at INTEGER NOT NULL,
  brought_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

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
CREATE INDEX return_lines_waiting ON return_lines (batch_id) WHERE became IS NULL;
CREATE INDEX return_lines_request ON return_lines (request_id);
-- One promise, one appointment comes from one line at most; several calls may go on with one request.
CREATE UNIQUE INDEX return_lines_callback ON return_lines (callback_id);
CREATE UNIQUE INDEX return_lines_claim ON return_lines (claim_id);

CREATE TRIGGER return_lines_stand BEFORE UPDATE OF typed, batch_id, position, key ON return_lines
  -- Emptied, and nothing else: a person's right to be erased.
  WHEN NEW.typed NOT IN (OLD.typed, '') OR NEW.batch_id <> OLD.batch_id OR NEW.position <> OLD.position
    OR NEW.key IS NOT OLD.key
BEGIN
  SELECT RAISE(ABORT, 'return_lines: what was typed stays');
END;
CREATE TRIGGER return_lines_are_kept BEFORE DELETE ON return_lines
BEGIN
  SELECT RAISE(ABORT, 'return_lines: nothing is deleted');
END;
CREATE TRIGGER return_batches_stand BEFORE UPDATE ON return_batches
BEGIN
  SELECT RAISE(ABORT, 'return_batches: what was brought stays');
END;
CREATE TRIGGER return_batches_are_kept BEFORE DELETE ON return_batches
BEGIN
  SELECT RAISE(ABORT, 'return_batches: nothing is deleted');
END;
