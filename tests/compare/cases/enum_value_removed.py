# limbec: --compare enums
# databases: postgresql
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def table(m, *values, default):
    mood = sa.Enum(*values, name="mood")
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("now", mood, nullable=False, server_default=default),
        sa.Column("next", mood),
        sa.Column("all", postgresql.ARRAY(mood), server_default="{sad}"),
        sa.Index("ix_sad", "id", postgresql_where=sa.text("now = 'sad'")),
        sa.CheckConstraint("next <> 'sad'", name="ck_next"),
    )
    sa.Table("u", m, sa.Column("mood", mood))


def before(m):
    table(m, "sad", "fine", "happy", default="happy")


def after(m):
    table(m, "sad", "happy", default="happy")
