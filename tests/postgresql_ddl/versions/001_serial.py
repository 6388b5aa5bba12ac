"""Numbered keys of the three sizes, and keys that are not numbered."""

import sqlalchemy as sa
from alembic import op

revision = "001"
down_revision = None


def upgrade():
    op.create_table("serial_small", sa.Column("id", sa.SmallInteger(), primary_key=True), sa.Column("x", sa.Integer()))
    op.create_table("serial_plain", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("x", sa.Integer()))
    op.create_table("serial_big", sa.Column("id", sa.BigInteger(), autoincrement=True, nullable=False), sa.PrimaryKeyConstraint("id"))
    op.create_table("serial_off", sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False))
    op.create_table(
        "serial_pair",
        sa.Column("a", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("b", sa.Integer(), primary_key=True),
    )
    op.create_table("serial_text", sa.Column("id", sa.String(20), primary_key=True))
    op.create_table("serial_default", sa.Column("id", sa.Integer(), server_default=sa.text("7"), primary_key=True))


def downgrade():
    for name in ("small", "plain", "big", "off", "pair", "text", "default"):
        op.drop_table(f"serial_{name}")
