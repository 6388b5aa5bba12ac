"""type_='check'."""
from alembic import op

revision = "drop_constraint_check"
down_revision = None


def upgrade():
    op.drop_constraint("c", "t", type_="check")
