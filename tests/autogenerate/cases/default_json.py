import sqlalchemy as sa

databases = ['sqlite']

configure = dict(compare_server_default=True, render_as_batch=True)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.JSON, server_default="{}"),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.JSON, server_default="[]"),
    )
