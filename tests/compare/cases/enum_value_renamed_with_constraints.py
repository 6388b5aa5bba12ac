# limbec: --compare all
# rename: t.mood:t.state
# rename: mood.sad:mood.glum
# databases: postgresql
import sqlalchemy as sa


def before(m):
    kind = sa.Enum("sad", "fine", "happy", name="mood")
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mood", kind, server_default="sad", nullable=False),
        sa.Column("n", sa.Integer),
        sa.CheckConstraint("mood <> 'sad' OR n > 0", name="ck_sad"),
        sa.Index("ix_sad", "n", postgresql_where=sa.text("mood = 'sad'")),
    )


def after(m):
    kind = sa.Enum("happy", "glum", name="mood")
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("state", kind, server_default="glum", nullable=False),
        sa.Column("n", sa.Integer),
        sa.CheckConstraint("state <> 'glum' OR n > 0", name="ck_sad"),
        sa.Index("ix_sad", "n", postgresql_where=sa.text("state = 'glum'")),
    )
