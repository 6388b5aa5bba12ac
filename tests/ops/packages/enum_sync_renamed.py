"""Renamed values of an enum, arrays and indexes."""
import sqlalchemy as sa
from alembic import op
from alembic_postgresql_enum import ColumnType, TableReference
from alembic_postgresql_enum.sql_commands.indexes import TableIndex

revision = "packages_enum_sync_renamed"
down_revision = None


def upgrade():
    op.sync_enum_values(
        enum_schema="shop",
        enum_name="state",
        new_values=["new", "done"],
        affected_columns=[
            TableReference("orders", "state", existing_server_default="'open'::shop.state"),
            TableReference(table_schema="shop", table_name="tags", column_name="states", column_type=ColumnType.ARRAY,
                           existing_server_default="ARRAY['open'::shop.state]"),
            TableReference(table_schema="shop", table_name="more", column_name="states", column_type=ColumnType.ARRAY,
                           existing_server_default="'{open}'::shop.state[]"),
        ],
        enum_values_to_rename=[("open", "new"), ("closed", "done")],
        indexes_to_recreate=[
            TableIndex(name="shop.ix_open", definition="CREATE INDEX ix_open ON shop.orders (id) WHERE state = 'open'::state"),
            TableIndex(name="ix_closed", definition="CREATE INDEX ix_closed ON orders (id) WHERE state = 'closed'::shop.state"),
        ],
    )
