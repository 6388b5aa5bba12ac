"""Words before TABLE."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_prefixes"
down_revision = None


def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer()), prefixes=["TEMPORARY"])
