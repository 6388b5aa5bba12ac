"""To a Boolean with a CHECK."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_boolean_to"
down_revision = None


def upgrade():
    op.alter_column("t", "a", existing_type=sa.Integer(), type_=sa.Boolean(create_constraint=True, name="ck_a"))
