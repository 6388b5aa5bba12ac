import sqlalchemy as sa


def before(m):
    sa.Table(
        "old",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
    )


def after(m):
    sa.Table(
        "new",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
    )
