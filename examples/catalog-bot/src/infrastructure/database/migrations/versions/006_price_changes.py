"""price changes

Revision ID: 006
Revises: 005
Create Date: 2025-04-20 15:18:09.006713

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "006"
down_revision: Union[str, Sequence[str], None] = "005"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.create_table(
        "price_changes",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("price", sa.Numeric(precision=10, scale=2), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"], ["products.id"], name=op.f("fk_price_changes_product_id_products"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_changes")),
    )
    op.create_index(
        "ix_price_changes_product_changed", "price_changes", ["product_id", sa.text("changed_at DESC")], unique=False
    )
    # Each product starts its history with the price of today.
    op.execute("INSERT INTO price_changes (product_id, price) SELECT id, price FROM products ORDER BY id")


def downgrade() -> None:
    op.drop_index("ix_price_changes_product_changed", table_name="price_changes")
    op.drop_table("price_changes")
