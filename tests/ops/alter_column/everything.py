"""Everything at once."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_everything"
down_revision = None


def upgrade():
    op.alter_column("t", "a", new_column_name="b", type_=sa.String(9), nullable=False, server_default="z", comment="new", existing_type=sa.String(3), existing_comment="old", existing_nullable=True)
