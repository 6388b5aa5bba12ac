"""Indexes made and dropped outside of the transaction."""

import sqlalchemy as sa
from alembic import op

revision = "026"
down_revision = "025"


def upgrade():
    op.create_table("index_concurrently", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer()))
    with op.get_context().autocommit_block():
        op.create_index("ix_concurrently_a", "index_concurrently", ["a"], postgresql_concurrently=True)
        op.create_index("ix_concurrently_b", "index_concurrently", ["b"], unique=True, postgresql_concurrently=True, if_not_exists=True)


def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_concurrently_a", table_name="index_concurrently", postgresql_concurrently=True)
        op.drop_index("ix_concurrently_b", table_name="index_concurrently", postgresql_concurrently=True, if_exists=True)
    op.drop_table("index_concurrently")
