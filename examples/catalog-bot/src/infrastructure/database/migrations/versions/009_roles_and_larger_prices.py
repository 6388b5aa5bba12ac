"""roles and larger prices

Revision ID: 009
Revises: 008
Create Date: 2025-06-24 13:26:40.255698

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision: str = "009"
down_revision: Union[str, Sequence[str], None] = "008"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None

user_role = postgresql.ENUM("customer", "manager", "admin", name="user_role", create_type=False)


def upgrade() -> None:
    user_role.create(op.get_bind())
    op.add_column("users", sa.Column("role", user_role, server_default="customer", nullable=False))
    for table in ("products", "order_items", "price_changes"):
        op.alter_column(
            table,
            "price",
            existing_type=sa.Numeric(precision=10, scale=2),
            type_=sa.Numeric(precision=12, scale=2),
            existing_nullable=False,
        )


def downgrade() -> None:
    for table in ("price_changes", "order_items", "products"):
        op.alter_column(
            table,
            "price",
            existing_type=sa.Numeric(precision=12, scale=2),
            type_=sa.Numeric(precision=10, scale=2),
            existing_nullable=False,
        )
    op.drop_column("users", "role")
    user_role.drop(op.get_bind())
