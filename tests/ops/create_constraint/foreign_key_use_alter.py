"""use_alter."""
from alembic import op

revision = "create_constraint_foreign_key_use_alter"
down_revision = None


def upgrade():
    op.create_foreign_key("fk", "t", "o", ["a"], ["id"], use_alter=True)
