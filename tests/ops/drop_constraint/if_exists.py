"""if_exists."""
from alembic import op

revision = "drop_constraint_if_exists"
down_revision = None


def upgrade():
    op.drop_constraint("c", "t", type_="foreignkey", if_exists=True)
