"""postgresql.JSONB(astext_type=sa.Text(), none_as_null=True)."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "types_postgresql_jsonb_args"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", postgresql.JSONB(astext_type=sa.Text(), none_as_null=True)),
    )
