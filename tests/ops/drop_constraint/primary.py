"""type_='primary'."""
from alembic import op

revision = "drop_constraint_primary"
down_revision = None


def upgrade():
    op.drop_constraint("c", "t", type_="primary")
