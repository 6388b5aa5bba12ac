"""A new name and type."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_name_and_type"
down_revision = None


def upgrade():
    op.alter_column("t", "a", new_column_name="b", type_=sa.Text(), existing_type=sa.String(3))
