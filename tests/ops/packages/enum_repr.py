"""What references of columns show."""
import sqlalchemy as sa
from alembic import op
from alembic_postgresql_enum import ColumnType, TableReference

revision = "packages_enum_repr"
down_revision = None


def upgrade():
    one = TableReference(table_schema="public", table_name="a", column_name="b")
    two = TableReference("a", "b", "s", ColumnType.ARRAY, "'x'")
    op.execute("SELECT " + "|".join([repr(one), repr(two), two.table_name_with_schema, two.escaped_column_name]).replace("'", "`"))
