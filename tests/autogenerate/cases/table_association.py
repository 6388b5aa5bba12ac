import sqlalchemy as sa


def before(m):
    pass


def after(m):
    sa.Table(
        "a",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )
    sa.Table(
        "b",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )
    sa.Table(
        "a_b",
        m,
        sa.Column("a_id", sa.ForeignKey("a.id"), primary_key=True),
        sa.Column("b_id", sa.ForeignKey("b.id"), primary_key=True),
    )
