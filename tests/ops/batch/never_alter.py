"""Alterations in a batch that does not rebuild."""
import sqlalchemy as sa
from alembic import op

revision = "batch_never_alter"
down_revision = None


def upgrade():
    with op.batch_alter_table("t", schema="s", recreate="never") as batch_op:
        batch_op.alter_column("a", existing_type=sa.String(5), type_=sa.String(9), nullable=False)
        batch_op.alter_column("b", existing_type=sa.Integer(), server_default="1")
        batch_op.add_column(sa.Column("c", sa.Integer(), sa.ForeignKey("o.id", name="fk_c")))
        batch_op.create_table_comment("x")
