import sqlalchemy as sa


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.String(5), nullable=False, server_default="x"),
        sa.Column("b", sa.Integer, sa.ForeignKey("t.id", name="fk_b")),
        sa.Index("ix_old", "a", "id"),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.String(5), nullable=False, server_default="x", default="y", index=True),
        sa.Column("b", sa.Integer, sa.ForeignKey("t.id", name="fk_b", ondelete="SET NULL")),
        sa.Index("ix_new", "b", "id", unique=True),
        sa.UniqueConstraint("a", "b", name="uq_ab"),
    )
