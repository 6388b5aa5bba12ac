-- who wrote a note
-- revision: 0002
-- down_revision: 0001

-- limbec:upgrade
ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT 'unknown';

-- limbec:downgrade
ALTER TABLE notes DROP COLUMN author;
