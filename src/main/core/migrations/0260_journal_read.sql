-- The journal is read: by day, and by kind of act, whatever its length.
CREATE INDEX journal_by_time ON journal (at);
CREATE INDEX journal_by_action ON journal (action, seq);
