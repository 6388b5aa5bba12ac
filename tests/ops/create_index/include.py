"""INCLUDE."""
from alembic import op

revision = "create_index_include"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a"], postgresql_include=["b", "C"])
