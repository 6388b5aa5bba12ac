# limbec: --compare enums,checks,indexes,defaults
# databases: postgresql
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def table(m, values, default):
    mood = sa.Enum(*values, name="mood")
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mood", mood, server_default=default),
        sa.Column("all", postgresql.ARRAY(mood), server_default="{" + default + "}"),
        sa.CheckConstraint("mood <> '%s'" % values[-1], name="ck_mood"),
        sa.Index("ix_mood", "id", postgresql_where=sa.text("mood = '%s'" % values[-1])),
    )


def before(m):
    table(m, ["a", "b"], "a")


def after(m):
    table(m, ["a", "b", "c"], "c")
