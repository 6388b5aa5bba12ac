"""Members of a Python enum go by their names."""

import enum

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_python_enum"
down_revision = None


def upgrade():
    class Kind(enum.Enum):
        first = "1"
        second = "2"

    t = sa.table("t", sa.column("kind", sa.Enum(Kind, name="kind")))
    op.bulk_insert(t, [{"kind": Kind.first}, {"kind": "second"}])
