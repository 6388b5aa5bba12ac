"""USING."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_type_using"
down_revision = None


def upgrade():
    op.alter_column("t", "a", type_=sa.Integer(), existing_type=sa.String(5), postgresql_using="a::integer")
