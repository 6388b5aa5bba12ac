import sqlalchemy as sa

databases = ['sqlite']


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
        sa.Column("a", sa.String(5, collation="NOCASE")),
    )
    sa.Table(
        "n",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.String(5, collation="NOCASE"), nullable=False),
    )
