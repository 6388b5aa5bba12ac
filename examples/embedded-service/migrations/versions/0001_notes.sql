-- notes
-- revision: 0001
-- down_revision: none

-- limbec:upgrade sqlite
CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL);

-- limbec:upgrade postgresql
CREATE TABLE notes (id serial PRIMARY KEY, text text NOT NULL);

-- limbec:downgrade
DROP TABLE notes;
