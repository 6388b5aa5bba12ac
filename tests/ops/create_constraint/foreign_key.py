"""ADD FOREIGN KEY."""
from alembic import op

revision = "create_constraint_foreign_key"
down_revision = None


def upgrade():
    op.create_foreign_key("fk", "t", "other", ["a"], ["id"])
