"""EXCLUDE by a text, which has no name that Alembic could use."""
import sqlalchemy as sa
from alembic import op

revision = "create_constraint_exclude_text"
down_revision = None


def upgrade():
    op.create_exclude_constraint("ex", "t", (sa.text("lower(a)"), "="))
