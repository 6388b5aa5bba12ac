"""The name of an index made of long names is cut."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_index_name_long"
down_revision = None


def upgrade():
    op.create_table("t" * 40, sa.Column("c" * 40, sa.Integer(), index=True))
