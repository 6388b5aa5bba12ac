"""Without a name."""
from alembic import op

revision = "drop_constraint_unnamed"
down_revision = None


def upgrade():
    op.drop_constraint(None, "t", type_="primary")
