-- Who may sit down at a desk, by PIN (docs/spec/seat.md). Never the PIN itself: what scrypt makes of it, with the salt
-- and the cost that it was made with. Tries are counted here before a PIN is looked at, so that a kill forgets none.
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

CREATE TABLE seating (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  version      INTEGER NOT NULL,
  lock_minutes INTEGER CHECK (lock_minutes BETWEEN 1 AND 120),
  pin_required INTEGER NOT NULL CHECK (pin_required IN (0, 1))
) STRICT;
INSERT INTO seating (id, version, lock_minutes, pin_required) VALUES (1, 1, 10, 0);

-- Said at a desk that was locked: nobody's line, whoever's desk it was.
ALTER TABLE urgency_events ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1));
