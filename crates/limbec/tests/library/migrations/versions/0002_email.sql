-- email of users
-- revision: 0002
-- down_revision: 0001

-- limbec:upgrade
ALTER TABLE users ADD COLUMN email TEXT;

-- limbec:downgrade
ALTER TABLE users DROP COLUMN email;
