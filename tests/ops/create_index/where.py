"""A partial index."""
import sqlalchemy as sa
from alembic import op

revision = "create_index_where"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a"], unique=True, postgresql_where=sa.text("b IS NULL"), sqlite_where=sa.text("b IS NULL"))
