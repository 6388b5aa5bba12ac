"""Inheritance, access methods, tablespaces, unlogged and temporary tables."""

import sqlalchemy as sa
from alembic import op

revision = "034"
down_revision = "033"


def upgrade():
    op.create_table("options_parent", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("x", sa.Text()))
    op.create_table("options_child", sa.Column("y", sa.Text()), postgresql_inherits="options_parent")
    op.create_table("options_both", sa.Column("z", sa.Text()), postgresql_inherits=("options_parent", "options_child"), postgresql_using="heap", postgresql_tablespace="pg_default")
    op.create_table("options_unlogged", sa.Column("a", sa.Integer()), prefixes=["UNLOGGED"])
    op.create_table("options_temporary", sa.Column("a", sa.Integer()), prefixes=["TEMPORARY"], postgresql_on_commit="DROP")
    op.execute("ALTER TABLE options_unlogged SET (fillfactor = 80)")
    op.create_table("options_unlogged", sa.Column("a", sa.Integer()), if_not_exists=True)


def downgrade():
    op.drop_table("options_unlogged")
    op.drop_table("options_both")
    op.drop_table("options_child")
    op.drop_table("options_parent")
    op.drop_table("options_parent", if_exists=True)
