"""recreate='never' alters step by step."""
import sqlalchemy as sa
from alembic import op

revision = "batch_never"
down_revision = None


def upgrade():
    with op.batch_alter_table("t", schema=None, recreate="never") as batch_op:
        batch_op.drop_index("ix_a")
        batch_op.drop_column("a")
        batch_op.alter_column("b", new_column_name="c", existing_type=sa.Integer())
        batch_op.execute("UPDATE t SET c = 1")
