"""WITH: queries that belong to the outermost statement and such that belong to an inner one."""

import sqlalchemy as sa
from alembic import op

t = sa.table("t", sa.column("id", sa.Integer), sa.column("n", sa.Integer))
u = sa.table("u", sa.column("id", sa.Integer), sa.column("v", sa.Integer))


def upgrade():
    a = sa.select(t.c.id).where(t.c.n > 1).cte("a")
    b = sa.select(a.c.id).where(a.c.id > 1).cte("b")
    op.execute(sa.select(b.c.id))
    a = sa.select(t.c.id).cte("a", nesting=True)
    b = sa.select(a.c.id).where(a.c.id > 1).cte("b")
    op.execute(sa.select(b.c.id))
    q = sa.select(a.c.id).subquery()
    op.execute(sa.select(q.c.id))
    op.execute(sa.select(u.c.id).where(u.c.id.in_(sa.select(a.c.id))))
    op.execute(sa.select(a.c.id))
    a = sa.select(t.c.id).cte("a")
    op.execute(sa.select(sa.select(u.c.id).add_cte(a, nest_here=True).subquery().c.id))
    op.execute(sa.select(sa.select(u.c.id).add_cte(a).subquery().c.id))
    one = sa.select(t.c.id).cte("a", nesting=True)
    two = sa.select(u.c.id).cte("a", nesting=True)
    op.execute(sa.select(sa.select(one.c.id).subquery("q1"), sa.select(two.c.id).subquery("q2")))
    r = sa.select(t.c.id).where(t.c.id == 1).cte("r", recursive=True)
    r = r.union_all(sa.select(t.c.id).where(t.c.id == r.c.id + 1))
    op.execute(sa.select(r))
    inner = sa.select(t.c.id).cte("inside", nesting=True)
    outer = sa.select(inner.c.id).union_all(sa.select(u.c.id)).cte("outside")
    op.execute(sa.select(outer.c.id))
    op.execute(sa.select(a).add_cte(sa.select(u.c.id).cte("beside")))
    op.execute(sa.select(sa.select(t.c.id).cte("m").prefix_with("MATERIALIZED", dialect="postgresql")))
    op.execute(sa.select(sa.select(t.c.id).cte("m").suffix_with("/* after */")))
    op.execute(t.update().where(t.c.id == a.c.id).values(n=1))
    op.execute(t.delete().where(t.c.id.in_(sa.select(a.c.id))))
    op.execute(t.insert().from_select(["id"], sa.select(a.c.id)))
    op.execute(t.delete().where(t.c.id.in_(sa.select(u.c.id).add_cte(a, nest_here=True))))
    gone = t.delete().where(t.c.id == 3).returning(t.c.id).cte("gone")
    op.execute(u.insert().from_select(["id"], sa.select(gone.c.id)))
    op.execute(sa.select(u.c.id).add_cte(t.update().values(n=0).cte("changed")))
