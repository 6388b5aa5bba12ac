"""A declared key keeps its order."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_composite_declared"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), nullable=False),
        sa.Column("b", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("b", "a", name="pk_t"),
    )
