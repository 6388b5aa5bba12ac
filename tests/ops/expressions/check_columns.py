"""A CHECK of the table's own columns stands without the table."""

import sqlalchemy as sa
from alembic import op

revision = "expressions_check_columns"
down_revision = None


def upgrade():
    a = sa.Column("a", sa.Integer)
    b = sa.Column("b", sa.Integer)
    op.create_table("t", a, b, sa.CheckConstraint(a < b, name="ck"))
