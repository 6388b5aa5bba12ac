import sqlalchemy as sa

class Lower(sa.types.TypeDecorator):
    impl = sa.String
    cache_ok = True


configure = dict(user_module_prefix="mytypes.")


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
        sa.Column("a", Lower(20)),
    )
