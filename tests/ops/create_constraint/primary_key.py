"""ADD PRIMARY KEY."""
from alembic import op

revision = "create_constraint_primary_key"
down_revision = None


def upgrade():
    op.create_primary_key("pk_t", "t", ["a", "b"])
