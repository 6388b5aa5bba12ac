"""Functions and triggers with $$ bodies, colons, percent signs and several statements."""

import sqlalchemy as sa
from alembic import op

revision = "043"
down_revision = "042"


def upgrade():
    op.execute("""
        CREATE OR REPLACE FUNCTION functions_touch() RETURNS trigger AS $$
        DECLARE
            old_name text := 'none';
        BEGIN
            -- a comment with a 'quote and a ; in it
            NEW.updated_at := now();
            IF NEW.name LIKE '%x%' THEN
                RAISE NOTICE 'name is % (100%%)', NEW.name;
            END IF;
            RETURN NEW;
        END;
        $$ LANGUAGE plpgsql;
    """)
    op.create_table("functions", sa.Column("name", sa.Text()), sa.Column("updated_at", sa.DateTime()))
    op.execute("CREATE TRIGGER functions_touch BEFORE INSERT OR UPDATE ON functions FOR EACH ROW EXECUTE FUNCTION functions_touch()")
    op.execute(
        "CREATE FUNCTION functions_format(a text, b integer DEFAULT 1) RETURNS text LANGUAGE sql IMMUTABLE AS "
        "$body$ SELECT format('%s-%I', a, 'b')\\:\\:text || b\\:\\:text; $body$; "
        "COMMENT ON FUNCTION functions_format(text, integer) IS 'formats; 100%'"
    )
    op.execute(sa.text("CREATE VIEW functions_view AS SELECT functions_format(name, length(name)) AS f, name::varchar(5) AS n FROM functions WHERE name !~ '\\d' AND name <> ':x'".replace(":x", r"\:x")))
    op.execute("""
        DO $do$
        BEGIN
            EXECUTE format('INSERT INTO functions (name, updated_at) VALUES (%L, %L)', 'from do', '2020-01-01'::date);
        END
        $do$
    """)
    op.execute("UPDATE functions SET updated_at = NULL WHERE false; CREATE TABLE functions_2 (a text); INSERT INTO functions_2 VALUES ('a;b'), ('50%');")
    op.execute("ALTER TABLE functions DISABLE TRIGGER functions_touch; UPDATE functions SET updated_at = '2020-01-01 00:00:00';")


def downgrade():
    op.execute("DROP VIEW functions_view")
    op.execute("DROP TABLE functions_2; DROP TABLE functions")
    op.execute("DROP FUNCTION functions_format(text, integer)")
    op.execute("DROP FUNCTION functions_touch() CASCADE")
