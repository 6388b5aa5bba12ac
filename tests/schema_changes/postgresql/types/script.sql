-- limbec:upgrade
DROP VIEW open;

-- limbec:autocommit

ALTER TYPE status ADD VALUE IF NOT EXISTS 'sent' AFTER 'new';

-- limbec:upgrade

ALTER TYPE kind RENAME TO kind_old;

CREATE TYPE kind AS ENUM ('a', 'c');

ALTER TABLE t ALTER COLUMN kinds TYPE kind[] USING kinds::text[]::kind[];

DROP TYPE kind_old;

CREATE TYPE size AS ENUM ('small', 'large');

ALTER TABLE t ADD COLUMN size size DEFAULT 'small'::size;

CREATE VIEW open AS
 SELECT t.id,
    t.kinds
   FROM t
  WHERE (t.status = 'new'::status);

-- limbec:downgrade
DROP VIEW open;

ALTER TABLE t DROP COLUMN size;

DROP TYPE size;

ALTER TYPE kind RENAME TO kind_old;

CREATE TYPE kind AS ENUM ('a', 'b', 'c');

ALTER TABLE t ALTER COLUMN kinds TYPE kind[] USING kinds::text[]::kind[];

DROP TYPE kind_old;

ALTER TYPE status RENAME TO status_old;

CREATE TYPE status AS ENUM ('new', 'paid');

ALTER TABLE t ALTER COLUMN status DROP DEFAULT;

ALTER TABLE t ALTER COLUMN status TYPE status USING status::text::status;

ALTER TABLE t ALTER COLUMN status SET DEFAULT 'new'::status;

DROP TYPE status_old;

CREATE VIEW open AS
 SELECT t.id,
    t.kinds
   FROM t
  WHERE (t.status = 'new'::status);
