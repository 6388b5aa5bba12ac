"""USING of a key."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_mysql_key_using"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer()),
        sa.PrimaryKeyConstraint("id", mysql_using="btree"),
    )
