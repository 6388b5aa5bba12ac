"""Types that are given as classes: MySQL's part of Alembic does not know them for a DATETIME."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_existing_type_class"
down_revision = None


def upgrade():
    op.alter_column("t", "a", existing_type=sa.DateTime, nullable=False)
    op.alter_column("t", "b", existing_type=sa.DateTime(), nullable=False)
    op.alter_column("t", "c", existing_type=sa.DateTime(), type_=sa.DateTime)
    op.alter_column("t", "d", existing_type=sa.DateTime, type_=sa.DateTime())
    op.alter_column("t", "e", existing_type=sa.DateTime, server_default=None)
    op.alter_column("t", "f", existing_type=sa.DateTime, new_column_name="g")
