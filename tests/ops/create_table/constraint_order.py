"""Declared constraints come before those of columns."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_constraint_order"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Boolean(create_constraint=True), sa.ForeignKey("x.y"), unique=True, primary_key=True),
        sa.Column("b", sa.Enum("p", "q", name="e", create_constraint=True, native_enum=False), sa.ForeignKey("x.z", name="fkz")),
        sa.CheckConstraint("a=b"),
        sa.UniqueConstraint("a", "b", name="uq"),
        sa.Column("c", sa.String(3), unique=True),
        sa.ForeignKeyConstraint(["c"], ["y.z"]),
    )
