"""Bits of pgvector."""
import sqlalchemy as sa
from alembic import op
from pgvector.sqlalchemy import BIT

revision = "packages_pgvector_bit"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("e", BIT(5)))
