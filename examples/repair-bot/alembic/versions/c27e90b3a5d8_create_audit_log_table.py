"""create audit_log table

The table whose absence stopped production: a later revision altered it, and none had made it.

Revision ID: c27e90b3a5d8
Revises: 8b5d1e64c0f3
Create Date: 2025-10-11 21:15:04
"""
from alembic import op
import sqlalchemy as sa

revision = "c27e90b3a5d8"
down_revision = "8b5d1e64c0f3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if not sa.inspect(op.get_bind()).has_table("audit_log"):
        op.create_table(
            "audit_log",
            sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
            sa.Column("user_id", sa.Integer(), nullable=False),
            sa.Column("action", sa.Text(), nullable=False),
            sa.Column("details", sa.Text(), nullable=True),
            sa.Column("timestamp", sa.TIMESTAMP(), server_default=sa.text("CURRENT_TIMESTAMP")),
            sa.Column("deleted_at", sa.TIMESTAMP(), nullable=True),
            sa.ForeignKeyConstraint(["user_id"], ["users.telegram_id"]),
            sqlite_autoincrement=True,
        )
    op.create_index("idx_audit_log_user_id", "audit_log", ["user_id"], if_not_exists=True)


def downgrade() -> None:
    op.drop_table("audit_log")
