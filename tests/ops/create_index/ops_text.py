"""The operator class of an expression."""
import sqlalchemy as sa
from alembic import op

revision = "create_index_ops_text"
down_revision = None


def upgrade():
    op.create_index("ix", "t", [sa.text("lower(a)")], postgresql_ops={"lower(a)": "text_pattern_ops"})
