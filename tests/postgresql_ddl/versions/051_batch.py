"""batch_alter_table alters in place."""

import sqlalchemy as sa
from alembic import op

revision = "051"
down_revision = "050"


def upgrade():
    op.create_table("batch", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Text()), sa.Column("b", sa.Integer()))
    with op.batch_alter_table("batch", schema=None) as batch_op:
        batch_op.add_column(sa.Column("c", sa.Text(), nullable=False, server_default="c"))
        batch_op.alter_column("a", existing_type=sa.Text(), type_=sa.String(50), nullable=False)
        batch_op.create_index(batch_op.f("ix_batch_a"), ["a"], unique=False)
        batch_op.create_unique_constraint("uq_batch", ["a", "b"])
        batch_op.create_check_constraint("ck_batch", "b > 0")
        batch_op.create_foreign_key("fk_batch", "batch", ["b"], ["id"])
        batch_op.alter_column("b", new_column_name="bee", existing_type=sa.Integer())


def downgrade():
    with op.batch_alter_table("batch") as batch_op:
        batch_op.drop_constraint("fk_batch", type_="foreignkey")
        batch_op.drop_constraint("ck_batch", type_="check")
        batch_op.drop_constraint("uq_batch", type_="unique")
        batch_op.drop_index(batch_op.f("ix_batch_a"))
        batch_op.drop_column("c")
    op.drop_table("batch")
