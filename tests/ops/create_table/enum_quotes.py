"""Quotes in the values and capitals in the name."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_enum_quotes"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Enum("it's", "50%", "back\\slash", name="Kind")),
    )
