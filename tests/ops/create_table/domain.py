"""Domains are created with the table."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "create_table_domain"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", postgresql.DOMAIN("zip", sa.Text(), check="VALUE ~ 1", not_null=True, default="a", constraint_name="ck_zip", collation="C")),
        sa.Column("b", postgresql.DOMAIN("plain", sa.Integer(), schema="s")),
    )
