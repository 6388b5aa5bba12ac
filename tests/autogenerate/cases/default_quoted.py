import sqlalchemy as sa

databases = ['sqlite']

configure = dict(compare_server_default=True)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.String(9), server_default="'q'"),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.String(9), server_default="'q'"),
    )
