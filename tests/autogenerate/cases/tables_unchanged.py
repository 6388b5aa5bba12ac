import sqlalchemy as sa


def before(m):
    sa.Table(
        "a",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("x", sa.String(20), unique=True),
        sa.Column("y", sa.Numeric(8, 2), server_default="0"),
    )
    sa.Table(
        "b",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a_id", sa.ForeignKey("a.id"), index=True),
    )


def after(m):
    sa.Table(
        "a",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("x", sa.String(20), unique=True),
        sa.Column("y", sa.Numeric(8, 2), server_default="0"),
    )
    sa.Table(
        "b",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a_id", sa.ForeignKey("a.id"), index=True),
    )
