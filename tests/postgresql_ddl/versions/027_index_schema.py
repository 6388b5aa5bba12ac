"""Indexes in another schema."""

import sqlalchemy as sa
from alembic import op

revision = "027"
down_revision = "026"


def upgrade():
    op.execute("CREATE SCHEMA index_home")
    op.create_table("index_schema", sa.Column("a", sa.Integer(), index=True), sa.Column("b", sa.Integer()), schema="index_home")
    op.create_index("ix_schema_b", "index_schema", ["b"], schema="index_home")
    op.create_index(None, "index_schema", ["b", "a"], schema="index_home")


def downgrade():
    op.drop_index("ix_schema_b", table_name="index_schema", schema="index_home")
    op.drop_table("index_schema", schema="index_home")
    op.execute("DROP SCHEMA index_home")
