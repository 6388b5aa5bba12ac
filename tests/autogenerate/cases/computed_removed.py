import sqlalchemy as sa

databases = ['postgresql']


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer, sa.Computed("id + 1", persisted=True)),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )
