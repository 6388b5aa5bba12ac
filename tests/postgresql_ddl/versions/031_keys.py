"""Primary keys and unique constraints with their options."""

import sqlalchemy as sa
from alembic import op

revision = "031"
down_revision = "030"


def upgrade():
    op.create_table("keys_1", sa.Column("a", sa.Integer(), nullable=False), sa.Column("b", sa.Integer(), nullable=False), sa.Column("c", sa.Text()),
        sa.PrimaryKeyConstraint("a", "b", name="pk_keys_1", deferrable=True, initially="DEFERRED"),
        sa.UniqueConstraint("c", name="uq_keys_1_c", deferrable=True),
        sa.UniqueConstraint("b", name="uq_keys_1_include", postgresql_include=["c"]))
    op.create_table("keys_3", sa.Column("a", sa.Integer(), nullable=False), sa.Column("b", sa.Text()), sa.PrimaryKeyConstraint("a", name="pk_keys_3", postgresql_include=["b"]))
    op.create_table("keys_2", sa.Column("a", sa.Integer(), nullable=False), sa.Column("b", sa.Text()), sa.Column("c", sa.Text()))
    op.create_primary_key("pk_keys_2", "keys_2", ["a"])
    op.create_unique_constraint("uq_keys_2_b", "keys_2", ["b"], deferrable=True, initially="IMMEDIATE")
    op.create_unique_constraint("uq_keys_2_nulls", "keys_2", ["b", "c"], postgresql_nulls_not_distinct=True)
    op.create_unique_constraint(None, "keys_2", ["c", "b"])


def downgrade():
    op.drop_constraint("uq_keys_2_nulls", "keys_2", type_="unique")
    op.drop_constraint("uq_keys_2_b", "keys_2")
    op.drop_constraint("pk_keys_2", "keys_2", type_="primary")
    op.drop_constraint("pk_keys_2", "keys_2", type_="primary", if_exists=True)
    op.drop_table("keys_3")
    op.drop_table("keys_2")
    op.drop_table("keys_1")
