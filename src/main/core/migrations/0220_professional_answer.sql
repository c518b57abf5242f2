-- A professional who asks for somebody, chosen in the directory: the number to ring back comes from there.
ALTER TABLE requests ADD COLUMN professional_entry_id INTEGER REFERENCES directory_entries (id)
  CHECK (professional_entry_id IS NULL OR professional IS NOT NULL);
-- The entry that somebody referred to is not to be looked for row by row when another one is taken out again.
CREATE INDEX requests_of_professional ON requests (professional_entry_id) WHERE professional_entry_id IS NOT NULL;

-- The answer owed to that professional, beside the call to the patient: a name and a number of its own, always.
ALTER TABLE callbacks ADD COLUMN answers_professional INTEGER NOT NULL DEFAULT 0
  CHECK (answers_professional IN (0, 1)
    AND (answers_professional = 0 OR (phone IS NOT NULL AND caller_name IS NOT NULL)));
