import sqlalchemy as sa


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.DateTime),
        sa.Column("b", sa.Numeric(5, 2)),
        sa.Column("c", sa.Text),
        sa.Column("d", sa.Boolean),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )
