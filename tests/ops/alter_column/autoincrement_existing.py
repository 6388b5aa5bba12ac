"""existing_autoincrement."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_autoincrement_existing"
down_revision = None


def upgrade():
    op.alter_column("t", "a", type_=sa.BigInteger(), existing_type=sa.Integer(), existing_autoincrement=True, existing_nullable=False)
