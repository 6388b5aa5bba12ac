"""ADD UNIQUE."""
from alembic import op

revision = "create_constraint_unique"
down_revision = None


def upgrade():
    op.create_unique_constraint("uq", "t", ["a", "b"])
