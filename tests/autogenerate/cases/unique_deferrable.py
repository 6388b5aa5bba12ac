import sqlalchemy as sa

databases = ['postgresql']


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.String(20)),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.String(20)),
        sa.UniqueConstraint("a", name="uq_a", deferrable=True, initially="DEFERRED"),
    )
