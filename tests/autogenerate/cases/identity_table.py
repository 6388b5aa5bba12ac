import sqlalchemy as sa

databases = ['postgresql']


def before(m):
    pass


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        sa.Column("n", sa.Integer),
    )
