"""op.create_table returns the table."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_returns_table"
down_revision = None


def upgrade():
    t = op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.String(9)))
    op.bulk_insert(t, [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}])
