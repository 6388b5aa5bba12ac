"""WITH: queries that belong to the outermost statement and such that belong to an inner one."""

import sqlalchemy as sa
from alembic import op

revision = "dml_nested_ctes"
down_revision = None

t = sa.table("t", sa.column("id", sa.Integer), sa.column("n", sa.Integer))
u = sa.table("u", sa.column("id", sa.Integer), sa.column("v", sa.Integer))


def statements():
    a = sa.select(t.c.id).where(t.c.n > 1).cte("a")
    b = sa.select(a.c.id).where(a.c.id > 1).cte("b")
    yield sa.select(b.c.id)
    a = sa.select(t.c.id).cte("a", nesting=True)
    b = sa.select(a.c.id).where(a.c.id > 1).cte("b")
    yield sa.select(b.c.id)
    q = sa.select(a.c.id).subquery()
    yield sa.select(q.c.id)
    yield sa.select(u.c.id).where(u.c.id.in_(sa.select(a.c.id)))
    yield sa.select(a.c.id)
    a = sa.select(t.c.id).cte("a")
    yield sa.select(sa.select(u.c.id).add_cte(a, nest_here=True).subquery().c.id)
    yield sa.select(sa.select(u.c.id).add_cte(a).subquery().c.id)
    one = sa.select(t.c.id).cte("a", nesting=True)
    two = sa.select(u.c.id).cte("a", nesting=True)
    yield sa.select(sa.select(one.c.id).subquery("q1"), sa.select(two.c.id).subquery("q2"))
    r = sa.select(t.c.id).where(t.c.id == 1).cte("r", recursive=True)
    r = r.union_all(sa.select(t.c.id).where(t.c.id == r.c.id + 1))
    yield sa.select(r)
    inner = sa.select(t.c.id).cte("inside", nesting=True)
    outer = sa.select(inner.c.id).union_all(sa.select(u.c.id)).cte("outside")
    yield sa.select(outer.c.id)
    yield sa.select(a).add_cte(sa.select(u.c.id).cte("beside"))
    yield sa.select(sa.select(t.c.id).cte("m").prefix_with("MATERIALIZED", dialect="postgresql"))
    yield sa.select(sa.select(t.c.id).cte("m").suffix_with("/* after */"))
    yield t.update().where(t.c.id == a.c.id).values(n=1)
    yield t.delete().where(t.c.id.in_(sa.select(a.c.id)))
    yield t.insert().from_select(["id"], sa.select(a.c.id))
    yield t.delete().where(t.c.id.in_(sa.select(u.c.id).add_cte(a, nest_here=True)))
    gone = t.delete().where(t.c.id == 3).returning(t.c.id).cte("gone")
    yield u.insert().from_select(["id"], sa.select(gone.c.id))
    yield sa.select(u.c.id).add_cte(t.update().values(n=0).cte("changed"))


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
