"""In a schema, deferrable."""
from alembic import op

revision = "create_constraint_unique_schema"
down_revision = None


def upgrade():
    op.create_unique_constraint(op.f("uq"), "t", ["A"], schema="s", deferrable=True, initially="DEFERRED")
