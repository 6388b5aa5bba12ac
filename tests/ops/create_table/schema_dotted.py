"""A schema with a dot."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_schema_dotted"
down_revision = None


def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer(), comment="the id"), schema="a.B", comment="c")
