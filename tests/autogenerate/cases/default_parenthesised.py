import sqlalchemy as sa

configure = dict(compare_server_default=True)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer, server_default=sa.text("(1 + 2)")),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer, server_default=sa.text("(1 + 2)")),
    )
