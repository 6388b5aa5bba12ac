"""CHECK constraints of the table."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_check"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.CheckConstraint("a > 0"),
        sa.CheckConstraint(sa.text("a < 10"), name="ck_a"),
        sa.CheckConstraint(sa.column("a") != 5, name=op.f("ck_a5")),
    )
