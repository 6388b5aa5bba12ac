import sqlalchemy as sa

databases = ['sqlite']


def before(m):
    pass


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
        sqlite_autoincrement=True,
    )
