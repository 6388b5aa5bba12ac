# limbec: --compare enums,checks,indexes,defaults
# databases: postgresql
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

configure = {"include_schemas": True}


def tables(m, *values):
    mood = sa.Enum(*values, name="Mood", schema="app")
    sa.Table(
        "T 1",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mood", mood, server_default="a"),
        sa.Column("All", postgresql.ARRAY(mood)),
        sa.CheckConstraint("mood <> 'c'", name="ck_mood"),
        sa.Index("ix_mood", "mood", postgresql_where=sa.text("mood = 'a'")),
        schema="app",
    )
    sa.Table("u", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("mood", mood))


def before(m):
    tables(m, "a", "b", "c")


def after(m):
    tables(m, "a", "c", "b")
