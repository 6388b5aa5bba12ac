"""Options that only CREATE INDEX reads."""
import sqlalchemy as sa
from alembic import op

revision = "drop_index_options"
down_revision = None


def upgrade():
    op.drop_index("ix", table_name="t", postgresql_where=sa.text("a IS NULL"), postgresql_using="gin", mysql_length={"a": 5})
