-- users
-- revision: 0001
-- down_revision: none

-- limbec:upgrade
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL);

-- limbec:downgrade
DROP TABLE users;
