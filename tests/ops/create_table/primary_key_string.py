"""A key of text is not numbered."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_string"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.String(10), primary_key=True),
    )
