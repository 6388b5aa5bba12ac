"""An unknown type."""
from alembic import op

revision = "drop_constraint_bad_type"
down_revision = None


def upgrade():
    op.drop_constraint("c", "t", type_="nope")
