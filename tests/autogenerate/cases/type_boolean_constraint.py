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
        sa.Column("a", sa.Boolean(create_constraint=True, name="ck_flag")),
    )
    sa.Table(
        "n",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Boolean(create_constraint=True, name="ck_flag"), nullable=False),
    )
