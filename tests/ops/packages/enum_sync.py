"""The values of an enum."""
import sqlalchemy as sa
from alembic import op
from alembic_postgresql_enum import TableReference

revision = "packages_enum_sync"
down_revision = None


def upgrade():
    op.sync_enum_values(
        enum_schema="public",
        enum_name="order_status",
        new_values=["active", "passive", "waiting"],
        affected_columns=[
            TableReference(table_schema="public", table_name="orders", column_name="status",
                           existing_server_default="'active'::order_status"),
            TableReference(table_schema="public", table_name="history", column_name="status"),
        ],
        enum_values_to_rename=[],
    )
