# limbec: --compare indexes
import sqlalchemy as sa


def index(name, t, condition, **options):
    where = sa.text(condition)
    sa.Index(name, t.c.a, postgresql_where=where, sqlite_where=where, **options)


def table(m):
    return sa.Table("t", m, sa.Column("a", sa.Integer), sa.Column("b", sa.String(10)))


def before(m):
    t = table(m)
    index("ix_changed", t, "a > 1")
    index("ix_same", t, "a>1 AND b='x'")
    index("ix_unique", t, "a > 3")


def after(m):
    t = table(m)
    index("ix_changed", t, "a > 2")
    index("ix_same", t, "a > 1 and b = 'x'")
    index("ix_unique", t, "a > 3", unique=True)
