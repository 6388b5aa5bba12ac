"""sa.ARRAY."""
import sqlalchemy as sa
from alembic import op

revision = "types_array_generic"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.ARRAY(sa.Integer())),
    )
