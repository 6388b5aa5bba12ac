import sqlalchemy as sa


def before(m):
    sa.Table(
        "a",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )
    sa.Table(
        "b",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a_id", sa.ForeignKey("a.id", name="fk_b_a")),
    )


def after(m):
    sa.Table(
        "a",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )
