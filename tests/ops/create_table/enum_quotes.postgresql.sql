CREATE TYPE "Kind" AS ENUM ('it''s', '50%%', 'back\\slash');

CREATE TABLE t (
    a "Kind"
);

