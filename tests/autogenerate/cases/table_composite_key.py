import sqlalchemy as sa


def before(m):
    pass


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("x", sa.Integer, primary_key=True),
        sa.Column("y", sa.String(5), primary_key=True),
        sa.Column("z", sa.Integer),
    )
