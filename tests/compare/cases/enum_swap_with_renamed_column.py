# limbec: --compare enums
# rename: t.mood:t.state
# rename: t.moods:t.states
# databases: postgresql
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def mood(*values):
    return postgresql.ENUM(*values, name="mood")


def before(m):
    kind = mood("sad", "fine", "happy")
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mood", kind, server_default="fine", nullable=False),
        sa.Column("moods", postgresql.ARRAY(kind), server_default="{sad,happy}"),
        sa.Column("other", kind),
    )


def after(m):
    kind = mood("happy", "sad")
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("state", kind, server_default="sad", nullable=False),
        sa.Column("states", postgresql.ARRAY(kind), server_default="{sad,happy}"),
        sa.Column("other", kind),
    )
