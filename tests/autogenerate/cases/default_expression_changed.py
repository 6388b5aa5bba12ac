import sqlalchemy as sa

databases = ['postgresql']

configure = dict(compare_server_default=True, render_as_batch=True)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer, server_default=sa.text("1 + 2")),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer, server_default=sa.text("1 + 3")),
    )
