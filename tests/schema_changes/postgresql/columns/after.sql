CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL DEFAULT 'x', age bigint DEFAULT 2, email varchar(80), note varchar(20));
CREATE TABLE new (id bigserial PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), data jsonb DEFAULT '{}');
COMMENT ON TABLE users IS 'who uses it';
COMMENT ON COLUMN users.email IS 'where to write';
