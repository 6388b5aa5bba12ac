-- limbec:upgrade
CREATE TABLE "new" (
    id bigserial,
    at timestamp with time zone NOT NULL DEFAULT now(),
    data jsonb DEFAULT '{}'::jsonb,
    CONSTRAINT new_pkey PRIMARY KEY (id)
);

DROP TABLE "old";

ALTER TABLE users ADD COLUMN email VARCHAR(80);

COMMENT ON COLUMN users.email IS 'where to write';

ALTER TABLE users ALTER COLUMN name SET NOT NULL;

ALTER TABLE users ALTER COLUMN name SET DEFAULT 'x'::text;

ALTER TABLE users ALTER COLUMN age TYPE BIGINT;

ALTER TABLE users ALTER COLUMN age DROP NOT NULL;

ALTER TABLE users ALTER COLUMN age SET DEFAULT 2;

ALTER TABLE users ALTER COLUMN note TYPE VARCHAR(20);

COMMENT ON TABLE users IS 'who uses it';

ALTER TABLE users DROP COLUMN gone;

-- limbec:downgrade
ALTER TABLE users ADD COLUMN gone TEXT;

COMMENT ON TABLE users IS 'people';

ALTER TABLE users ALTER COLUMN note TYPE VARCHAR(10);

ALTER TABLE users ALTER COLUMN age TYPE INTEGER;

ALTER TABLE users ALTER COLUMN age SET NOT NULL;

ALTER TABLE users ALTER COLUMN age SET DEFAULT 1;

ALTER TABLE users ALTER COLUMN name DROP NOT NULL;

ALTER TABLE users ALTER COLUMN name DROP DEFAULT;

ALTER TABLE users DROP COLUMN email;

CREATE TABLE "old" (
    id integer GENERATED ALWAYS AS IDENTITY,
    tags text[],
    CONSTRAINT old_pkey PRIMARY KEY (id)
);

DROP TABLE "new";
