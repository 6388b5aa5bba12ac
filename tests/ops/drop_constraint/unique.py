"""type_='unique'."""
from alembic import op

revision = "drop_constraint_unique"
down_revision = None


def upgrade():
    op.drop_constraint("c", "t", type_="unique")
