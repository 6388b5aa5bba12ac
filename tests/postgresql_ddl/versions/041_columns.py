"""Columns added and dropped in many ways."""

import sqlalchemy as sa
from alembic import op

revision = "041"
down_revision = "040"


def upgrade():
    op.create_table("columns", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("INSERT INTO columns DEFAULT VALUES")
    op.add_column("columns", sa.Column("a", sa.Text(), nullable=True, index=True))
    op.add_column("columns", sa.Column("b", sa.Text(), nullable=False, server_default="b", unique=True))
    op.add_column("columns", sa.Column("c", sa.Integer(), sa.ForeignKey("columns.id", name="fk_columns_c", ondelete="SET NULL")))
    op.add_column("columns", sa.Column("d", sa.Integer(), sa.CheckConstraint("d > 0"), server_default=sa.text("1")))
    op.add_column("columns", sa.Column("e", sa.BigInteger(), sa.Identity(always=True, start=3)))
    op.add_column("columns", sa.Column("Order", sa.Text(), comment="quoted"))
    op.add_column("columns", sa.Column("a", sa.Text()), if_not_exists=True)
    op.drop_column("columns", "nothing", if_exists=True)


def downgrade():
    op.drop_column("columns", "Order")
    op.drop_column("columns", "e")
    op.drop_column("columns", "d")
    op.drop_constraint("fk_columns_c", "columns", type_="foreignkey")
    op.drop_column("columns", "c")
    op.drop_column("columns", "b")
    op.drop_index("ix_columns_a", "columns")
    op.drop_column("columns", "a")
    op.drop_table("columns")
