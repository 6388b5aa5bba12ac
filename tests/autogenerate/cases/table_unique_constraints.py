import sqlalchemy as sa


def before(m):
    pass


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.Integer),
        sa.UniqueConstraint("a", "b"),
        sa.UniqueConstraint("b", name="uq_b"),
    )
