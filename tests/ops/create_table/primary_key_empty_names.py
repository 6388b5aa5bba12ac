"""A declared key without columns takes the flagged ones."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_empty_names"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.PrimaryKeyConstraint(name="pk_only_name"),
    )
