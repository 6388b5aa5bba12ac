"""Boolean with a CHECK."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_boolean_constraint"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Boolean(create_constraint=True, name="ck_bool")))
