-- Tables of the same name in several schemas, foreign keys between schemas.
CREATE SCHEMA app;
CREATE SCHEMA "Big App";
CREATE SCHEMA "with.dot";
CREATE TABLE users (id serial PRIMARY KEY, name text);
CREATE TABLE app.users (id serial PRIMARY KEY, up integer REFERENCES users, self integer REFERENCES app.users);
CREATE TABLE app.posts (id integer PRIMARY KEY, author integer NOT NULL REFERENCES app.users (id) ON DELETE CASCADE, owner integer REFERENCES public.users);
CREATE TABLE "Big App"."Posts" ("Id" integer PRIMARY KEY, "User Id" integer REFERENCES app.users (id));
CREATE TABLE local (id integer PRIMARY KEY, post integer REFERENCES app.posts, big integer REFERENCES "Big App"."Posts");
CREATE INDEX ix_users_name ON users (name);
CREATE INDEX ix_users_name ON app.users (up);
