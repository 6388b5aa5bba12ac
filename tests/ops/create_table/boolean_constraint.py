"""Boolean with create_constraint."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_boolean_constraint"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Boolean(create_constraint=True)),
        sa.Column("b", sa.Boolean(create_constraint=True, name="b_bool"), nullable=False),
    )
