"""brands

Revision ID: 8bd76168eb7e
Revises: 009
Create Date: 2025-07-08 16:12:37.090553

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "8bd76168eb7e"
down_revision: Union[str, Sequence[str], None] = "009"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    brands = op.create_table(
        "brands",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brands")),
        sa.UniqueConstraint("title", name=op.f("uq_brands_title")),
    )
    op.bulk_insert(
        brands,
        [
            {"title": "Ремесло", "country": "RU"},
            {"title": "Nordlys", "country": "NO"},
            {"title": "100% Cotton", "country": None},
        ],
    )
    op.add_column("products", sa.Column("brand_id", sa.Integer(), nullable=True))
    op.create_foreign_key(
        op.f("fk_products_brand_id_brands"), "products", "brands", ["brand_id"], ["id"], ondelete="SET NULL"
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_products_brand_id_brands"), "products", type_="foreignkey")
    op.drop_column("products", "brand_id")
    op.drop_table("brands")
