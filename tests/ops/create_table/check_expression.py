"""A CHECK built of expressions."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_check_expression"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.Column("b", sa.String(9)),
        sa.CheckConstraint(sa.and_(sa.column("a") > 1, sa.column("b").in_(["x", "y'z"])), name="both"),
        sa.CheckConstraint(sa.or_(sa.column("a").is_(None), sa.func.length(sa.column("b")) <= 3), name="either"),
    )
