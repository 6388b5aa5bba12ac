"""complete audit_log

Written while production was down, before d0a601a63b16 learned to look; it stays in the history
because databases in the field have it in their version table.

Revision ID: abcfdb12222b
Revises: d0a601a63b16
Create Date: 2025-10-12 11:03:22
"""
from alembic import op
import sqlalchemy as sa

revision = "abcfdb12222b"
down_revision = "d0a601a63b16"
branch_labels = None
depends_on = None

EXPECTED = {"id", "user_id", "action", "details", "timestamp", "deleted_at"}


def upgrade() -> None:
    columns = {column["name"] for column in sa.inspect(op.get_bind()).get_columns("audit_log")}
    missing = EXPECTED - columns
    if not missing:
        print("[SKIP] Таблица audit_log уже полная, изменений нет")
        return
    raise RuntimeError(f"audit_log has no column {', '.join(sorted(missing))}")


def downgrade() -> None:
    pass
