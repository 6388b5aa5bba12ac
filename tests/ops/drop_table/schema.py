"""With a schema."""
from alembic import op

revision = "drop_table_schema"
down_revision = None


def upgrade():
    op.drop_table("Users", schema="my schema")
