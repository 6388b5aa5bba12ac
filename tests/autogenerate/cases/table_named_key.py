import sqlalchemy as sa


def before(m):
    pass


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("x", sa.Integer),
        sa.Column("y", sa.Integer),
        sa.PrimaryKeyConstraint("x", "y", name="pk_t"),
    )
