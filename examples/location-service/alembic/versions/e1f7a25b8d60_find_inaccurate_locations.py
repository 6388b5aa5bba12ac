"""find inaccurate locations

`locations` is the one large table. Its index is made while the service goes on writing, which
PostgreSQL cannot do inside a transaction.

Revision ID: e1f7a25b8d60
Revises: 6c0e4d9a7f35
Create Date: 2025-09-12 07:58:33
"""
from alembic import op
import sqlalchemy as sa

revision = "e1f7a25b8d60"
down_revision = "6c0e4d9a7f35"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.get_context().autocommit_block():
        op.create_index(
            "ix_locations_inaccurate",
            "locations",
            ["device_id"],
            unique=False,
            postgresql_where=sa.text("accuracy_m > 100"),
            postgresql_concurrently=True,
            if_not_exists=True,
        )


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.drop_index(
            "ix_locations_inaccurate", table_name="locations", postgresql_concurrently=True, if_exists=True
        )
