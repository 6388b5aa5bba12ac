"""DESC as text."""
import sqlalchemy as sa
from alembic import op

revision = "create_index_text_desc"
down_revision = None


def upgrade():
    op.create_index("ix", "t", [sa.text("a DESC"), sa.text("b NULLS LAST")])
