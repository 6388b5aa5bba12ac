"""One type in two columns is created once."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_enum_twice"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Enum("x", "y", name="kind")),
        sa.Column("b", sa.Enum("x", "y", name="kind")),
    )
