"""In a schema of two parts."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_schema_dotted"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Integer(), comment="c"), schema="a.b")
