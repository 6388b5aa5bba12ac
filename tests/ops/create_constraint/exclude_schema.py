"""EXCLUDE in a schema, without a name."""
import sqlalchemy as sa
from alembic import op

revision = "create_constraint_exclude_schema"
down_revision = None


def upgrade():
    op.create_exclude_constraint(None, "t", (sa.column("a"), "="), schema="s")
