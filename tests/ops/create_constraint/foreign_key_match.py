"""MATCH."""
from alembic import op

revision = "create_constraint_foreign_key_match"
down_revision = None


def upgrade():
    op.create_foreign_key("fk", "t", "o", ["a"], ["id"], match="FULL")
