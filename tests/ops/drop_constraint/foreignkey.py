"""type_='foreignkey'."""
from alembic import op

revision = "drop_constraint_foreignkey"
down_revision = None


def upgrade():
    op.drop_constraint("c", "t", type_="foreignkey")
