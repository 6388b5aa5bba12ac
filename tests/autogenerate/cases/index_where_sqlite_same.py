import sqlalchemy as sa

databases = ['sqlite']


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.String(20)),
        sa.Index("ix_a", "a", sqlite_where=sa.text("a > 5")),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.String(20)),
        sa.Index("ix_a", "a", sqlite_where=sa.text("a > 5")),
    )
