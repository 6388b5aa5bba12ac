"""Between schemas."""
from alembic import op

revision = "create_constraint_foreign_key_schemas"
down_revision = None


def upgrade():
    op.create_foreign_key("fk", "t", "other", ["a"], ["id"], source_schema="s1", referent_schema="s2")
