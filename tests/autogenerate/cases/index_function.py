import sqlalchemy as sa


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.String(5)),
    )


def after(m):
    t = sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.String(5)))
    sa.Index("ix_a", sa.func.lower(t.c.a), unique=True)
