CREATE TABLE users (id serial PRIMARY KEY, name text, age integer NOT NULL DEFAULT 1, gone text, note varchar(10));
CREATE TABLE old (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tags text[]);
COMMENT ON TABLE users IS 'people';
