"""From text()."""
import sqlalchemy as sa
from alembic import op

revision = "create_constraint_check_text"
down_revision = None


def upgrade():
    op.create_check_constraint("ck", "t", sa.text("a > 0 AND b LIKE '50%'"), schema="s")
