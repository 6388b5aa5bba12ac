"""NOT VALID."""
from alembic import op

revision = "create_constraint_foreign_key_not_valid"
down_revision = None


def upgrade():
    op.create_foreign_key("fk", "t", "o", ["a"], ["id"], postgresql_not_valid=True)
