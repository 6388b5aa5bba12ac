"""products can be hidden

Revision ID: 008
Revises: 007
Create Date: 2025-05-30 19:02:26.481157

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "008"
down_revision: Union[str, Sequence[str], None] = "007"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column("products", sa.Column("is_active", sa.Boolean(), server_default=sa.text("true"), nullable=False))
    op.execute("UPDATE products SET is_active = false WHERE description ILIKE '%снят с продажи%'")
    op.create_index(
        "ix_products_shown", "products", ["category_id"], unique=False, postgresql_where=sa.text("is_active")
    )


def downgrade() -> None:
    op.drop_index("ix_products_shown", table_name="products", postgresql_where=sa.text("is_active"))
    op.drop_column("products", "is_active")
