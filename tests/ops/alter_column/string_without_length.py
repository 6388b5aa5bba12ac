"""VARCHAR without a length."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_string_without_length"
down_revision = None


def upgrade():
    op.alter_column("t", "a", type_=sa.String(), existing_type=sa.Text())
