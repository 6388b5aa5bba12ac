"""A new type and nullability."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_type_and_nullable"
down_revision = None


def upgrade():
    op.alter_column("t", "a", type_=sa.Text(), nullable=False, existing_type=sa.String(5), existing_nullable=True)
