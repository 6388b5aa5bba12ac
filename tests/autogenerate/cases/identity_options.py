import sqlalchemy as sa

databases = ['postgresql']


def before(m):
    pass


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, sa.Identity(always=True, start=5, increment=2), primary_key=True),
    )
