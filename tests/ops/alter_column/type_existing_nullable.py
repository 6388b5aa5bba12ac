"""A new type of a NOT NULL column."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_type_existing_nullable"
down_revision = None


def upgrade():
    op.alter_column("t", "a", type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False)
