"""An expression as text."""
import sqlalchemy as sa
from alembic import op

revision = "create_index_text"
down_revision = None


def upgrade():
    op.create_index("ix", "t", [sa.text("lower(a)"), "b"])
