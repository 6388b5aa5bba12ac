"""Declared foreign keys."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_foreign_key_declared"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.Column("b", sa.Integer()),
        sa.ForeignKeyConstraint(["a"], ["other.id"]),
        sa.ForeignKeyConstraint(["a", "b"], ["other.x", "other.y"], name="fk_ab", ondelete="SET DEFAULT", onupdate="NO ACTION"),
        sa.ForeignKeyConstraint(["b"], ["t.a"], name=op.f("fk_self"), deferrable=False),
    )
