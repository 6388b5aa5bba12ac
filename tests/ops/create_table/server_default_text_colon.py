"""Casts and times in a text keep their colons."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_server_default_text_colon"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.String(9), server_default=sa.text("'{}'::jsonb")),
        sa.Column("b", sa.String(9), server_default=sa.text("'12:30'")),
        sa.Column("c", sa.String(9), server_default=sa.text("'a\\:b'")),
    )
