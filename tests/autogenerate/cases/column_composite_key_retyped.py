import sqlalchemy as sa

configure = dict(render_as_batch=True)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("a", sa.Integer, primary_key=True),
        sa.Column("b", sa.Integer, primary_key=True),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("a", sa.BigInteger, primary_key=True),
        sa.Column("b", sa.Integer, primary_key=True),
    )
