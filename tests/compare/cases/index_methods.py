# limbec: --compare indexes
# databases: postgresql
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def table(m):
    return sa.Table("t", m, sa.Column("a", sa.Integer), sa.Column("b", sa.Text), sa.Column("d", postgresql.JSONB))


def before(m):
    t = table(m)
    sa.Index("ix_d", t.c.d, postgresql_using="gin")
    sa.Index("ix_b", t.c.b)
    sa.Index("ix_order", t.c.a.desc())
    sa.Index("ix_include", t.c.a, postgresql_include=["b"])


def after(m):
    t = table(m)
    sa.Index("ix_d", t.c.d, postgresql_using="gin", postgresql_ops={"d": "jsonb_path_ops"})
    sa.Index("ix_b", t.c.b, postgresql_ops={"b": "text_pattern_ops"})
    sa.Index("ix_order", t.c.a.desc().nulls_last())
    sa.Index("ix_include", t.c.a, postgresql_include=["b"])
