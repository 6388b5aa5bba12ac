"""Types given as classes."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_type_classes"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.Text),
        sa.Column("c", sa.DateTime),
        sa.Column("d", sa.Boolean, default=True),
    )
