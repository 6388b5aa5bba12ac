"""Names that need quotes."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_quoted"
down_revision = None


def upgrade():
    op.alter_column("t", "a", new_column_name="Order", existing_type=sa.Integer(), schema="My")
