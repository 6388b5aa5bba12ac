"""search in titles and descriptions

Revision ID: 003
Revises: 002
Create Date: 2025-03-04 09:21:47.904415

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision: str = "003"
down_revision: Union[str, Sequence[str], None] = "002"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column(
        "products",
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            sa.Computed("to_tsvector('russian', title || ' ' || coalesce(description, ''))", persisted=True),
            nullable=True,
        ),
    )
    op.create_index("ix_products_search", "products", ["search"], unique=False, postgresql_using="gin")


def downgrade() -> None:
    op.drop_index("ix_products_search", table_name="products", postgresql_using="gin")
    op.drop_column("products", "search")
