CREATE VIEW v AS SELECT users.id, lower(users.name) AS name 
FROM users 
WHERE users.name != 'it''s';

CREATE OR REPLACE VIEW v AS SELECT users.id, lower(users.name) AS name 
FROM users 
WHERE users.name != 'it''s';

CREATE MATERIALIZED VIEW "Order View" AS SELECT users.id, lower(users.name) AS name 
FROM users 
WHERE users.name != 'it''s';

DROP MATERIALIZED VIEW IF EXISTS "Order View" CASCADE;

DROP VIEW IF EXISTS v;

-- ['id', 'name'] ['id', 'name'] ['ix_x'];

