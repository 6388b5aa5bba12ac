"""With actions."""
from alembic import op

revision = "create_constraint_foreign_key_actions"
down_revision = None


def upgrade():
    op.create_foreign_key(op.f("fk"), "t", "other", ["a", "b"], ["x", "y"], ondelete="CASCADE", onupdate="SET NULL", deferrable=True, initially="DEFERRED")
