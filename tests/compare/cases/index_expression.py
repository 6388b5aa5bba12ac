# limbec: --compare indexes
import sqlalchemy as sa


def columns():
    return sa.Column("a", sa.Integer), sa.Column("b", sa.String(10))


def before(m):
    t = sa.Table("t", m, *columns())
    sa.Index("ix_lower", sa.func.lower(t.c.b))
    sa.Index("ix_same", sa.func.coalesce(t.c.b, "x"), t.c.a)
    sa.Index("ix_gone", sa.text("(a + 1)"), _table=t)


def after(m):
    t = sa.Table("t", m, *columns())
    sa.Index("ix_lower", sa.func.upper(t.c.b))
    sa.Index("ix_same", sa.text("COALESCE(b, 'x')"), t.c.a, _table=t)
    sa.Index("ix_new", sa.text("(a * 2)"), _table=t)
