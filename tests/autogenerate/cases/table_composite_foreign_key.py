import sqlalchemy as sa


def before(m):
    pass


def after(m):
    sa.Table(
        "a",
        m,
        sa.Column("x", sa.Integer, primary_key=True),
        sa.Column("y", sa.Integer, primary_key=True),
    )
    sa.Table(
        "b",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("ax", sa.Integer),
        sa.Column("ay", sa.Integer),
        sa.ForeignKeyConstraint(["ax", "ay"], ["a.x", "a.y"], name="fk_b_a", ondelete="RESTRICT"),
    )
