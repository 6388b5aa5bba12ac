"""Functions of alembic_utils."""
import sqlalchemy as sa
from alembic import op
from alembic_utils.pg_function import PGFunction

revision = "packages_entities_function"
down_revision = None


upper = PGFunction(
    schema="public",
    signature="to_upper(some_text text, n integer default 5)",
    definition="""
    returns text as
    $$
        select upper(some_text) || n::text
    $$ language SQL;
    """,
)
trigger = PGFunction.from_sql("""
CREATE OR REPLACE FUNCTION audit."note"()
RETURNS trigger LANGUAGE plpgsql AS $$
declare x integer := 1;
begin
    NEW.at := now();
    return NEW;
end $$;
""")
plain = PGFunction("s", "f()", "returns int as $$ select ':x'::text::int $$ language sql")


def upgrade():
    for entity in (upper, trigger, plain):
        op.create_entity(entity)
        op.replace_entity(entity)
        op.drop_entity(entity)
        op.drop_entity(entity, cascade=True)
    op.execute("-- " + upper.identity + " " + upper.to_variable_name())
