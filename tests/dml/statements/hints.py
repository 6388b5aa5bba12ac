"""Words that are meant for one database: hints, prefixes, suffixes."""

import sqlalchemy as sa
from alembic import op

revision = "dml_hints"
down_revision = None

t = sa.table("t", sa.column("id", sa.Integer), sa.column("n", sa.Integer))
u = sa.table("u", sa.column("id", sa.Integer), sa.column("t_id", sa.Integer))


def statements():
    yield sa.select(t.c.id).with_hint(t, "USE INDEX (x)", "mysql")
    yield sa.select(t.c.id).with_hint(t, "ONLY", "postgresql")
    yield sa.select(t.c.id).with_hint(t, "INDEXED BY x", "sqlite")
    yield sa.select(t.c.id).with_hint(t, "FIRST", "mysql").with_hint(t, "FORCE INDEX (%(name)s)", "mysql")
    a = t.alias("a")
    yield sa.select(a.c.id).with_hint(a, "USE INDEX (%(name)s)", "mysql")
    yield sa.select(t.c.id).join(u, u.c.t_id == t.c.id).with_hint(u, "USE INDEX (y)", "mysql")
    inner = sa.select(t.c.id).with_hint(t, "USE INDEX (z)", "mysql").subquery("q")
    yield sa.select(inner.c.id).with_hint(inner, "OUTER", "mysql")
    yield sa.select(t.c.id).where(t.c.id.in_(sa.select(u.c.t_id).with_hint(u, "IN SUB", "mysql")))
    yield sa.select(t.c.id).with_statement_hint("/* all */").limit(1)
    yield sa.select(t.c.id).with_statement_hint("/* pg */", "postgresql").with_statement_hint("/* my */", "mysql")
    yield sa.select(t.c.id).with_for_update().with_statement_hint("/* last */").suffix_with("/* suffix */")
    yield sa.select(t.c.id).prefix_with("SQL_NO_CACHE", dialect="mysql").prefix_with("/* any */")
    yield sa.select(t.c.id).suffix_with("/* sqlite */", dialect="sqlite").suffix_with("/* any */")
    yield t.insert().prefix_with("OR REPLACE", dialect="sqlite").prefix_with("IGNORE", dialect="mysql").values(id=1)
    yield t.update().prefix_with("LOW_PRIORITY", dialect="mysql").values(n=1)
    yield t.delete().prefix_with("QUICK", dialect="mysql").where(t.c.id == 1)
    yield t.insert().with_hint("HINT", dialect_name="mysql").values(id=1)
    yield t.update().with_hint("HINT", dialect_name="mysql").where(t.c.id == 1).values(n=1)
    yield t.update().with_hint("ONLY", dialect_name="postgresql").values(n=1)
    yield t.delete().with_hint("ONLY", dialect_name="postgresql").where(t.c.id == 1)
    yield t.update().with_hint("OTHER", u, dialect_name="mysql").values(n=1)


def upgrade():
    for number, statement in enumerate(statements(), 1):
        op.execute("-- %d" % number)
        try:
            op.execute(statement)
        except Exception as error:
            message = type(error).__name__ + ": " + str(error)
            op.execute(
                sa.text("error " + message.replace("\\", "\\\\").replace(":", "\\:"))
            )
