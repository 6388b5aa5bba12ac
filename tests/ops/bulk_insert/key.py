"""Rows go by the key of a column, SQL by its name."""

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_key"
down_revision = None


def upgrade():
    t = sa.Table("t", sa.MetaData(), sa.Column("in_db", sa.Integer, key="in_code"))
    op.bulk_insert(t, [{"in_code": 1}])
