"""Schemas made and dropped; tables in them."""

import sqlalchemy as sa
from alembic import op

revision = "035"
down_revision = "034"


def upgrade():
    op.execute(sa.schema.CreateSchema("schema_one"))
    op.execute(sa.schema.CreateSchema("schema_one", if_not_exists=True))
    op.execute("CREATE SCHEMA \"Schema Two\"")
    op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("Mixed Case", sa.Text(), server_default="x"), schema="Schema Two", comment="a 'quoted' comment")
    op.create_table("select", sa.Column("order", sa.Integer(), primary_key=True), sa.Column("from", sa.Text(), index=True), schema="schema_one")
    op.rename_table("t", "renamed", schema="Schema Two")
    op.add_column("renamed", sa.Column("more", sa.Integer(), comment="more"), schema="Schema Two")
    op.alter_column("renamed", "more", new_column_name="much more", nullable=False, server_default="0", schema="Schema Two", existing_type=sa.Integer(), comment="less")
    op.create_unique_constraint("uq_renamed", "renamed", ["much more"], schema="Schema Two")
    op.create_table_comment("select", "words of SQL", schema="schema_one")


def downgrade():
    op.drop_table_comment("select", schema="schema_one", existing_comment="words of SQL")
    op.drop_constraint("uq_renamed", "renamed", schema="Schema Two")
    op.drop_column("renamed", "much more", schema="Schema Two")
    op.drop_table("renamed", schema="Schema Two")
    op.execute(sa.schema.DropSchema("Schema Two"))
    op.execute(sa.schema.DropSchema("schema_one", cascade=True))
    op.execute(sa.schema.DropSchema("schema_one", cascade=True, if_exists=True))
