"""A constraint on a column that is not there."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_unique_unknown_column"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.UniqueConstraint("nope"),
    )
