import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

databases = ['postgresql']


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", postgresql.INET),
    )
    sa.Table(
        "n",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", postgresql.INET, nullable=False),
    )
