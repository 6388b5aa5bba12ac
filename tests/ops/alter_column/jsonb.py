"""To JSONB with USING."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "alter_column_jsonb"
down_revision = None


def upgrade():
    op.alter_column("t", "a", type_=postgresql.JSONB(), existing_type=sa.Text(), postgresql_using="a::jsonb")
