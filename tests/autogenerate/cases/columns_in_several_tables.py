import sqlalchemy as sa


def before(m):
    sa.Table(
        "b",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("x", sa.Integer),
    )
    sa.Table(
        "a",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("x", sa.Integer),
    )


def after(m):
    sa.Table(
        "b",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("y", sa.Integer),
    )
    sa.Table(
        "a",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("z", sa.Integer),
    )
