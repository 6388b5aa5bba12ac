"""A new name of a column that is known."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_name_existing"
down_revision = None


def upgrade():
    op.alter_column("t", "a", new_column_name="b", existing_type=sa.Integer(), existing_nullable=False, existing_server_default=sa.text("5"))
