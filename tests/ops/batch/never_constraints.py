"""Constraints in a batch that does not rebuild."""
from alembic import op

revision = "batch_never_constraints"
down_revision = None


def upgrade():
    with op.batch_alter_table("t", recreate="never") as batch_op:
        batch_op.create_foreign_key("fk", "other", ["a"], ["id"], ondelete="CASCADE")
        batch_op.create_unique_constraint("uq", ["a"])
        batch_op.create_check_constraint("ck", "a > 1")
        batch_op.drop_constraint("old", type_="foreignkey")
