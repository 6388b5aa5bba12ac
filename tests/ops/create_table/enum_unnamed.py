"""An Enum without a name."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_enum_unnamed"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Enum("x", "y")),
    )
