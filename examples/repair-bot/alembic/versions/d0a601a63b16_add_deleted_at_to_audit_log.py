"""add deleted_at to audit_log

Looks before it alters, so that it does the right thing on every database that the bot has in the field.

Revision ID: d0a601a63b16
Revises: c27e90b3a5d8
Create Date: 2025-10-12 09:31:50
"""
from alembic import op
import sqlalchemy as sa

revision = "d0a601a63b16"
down_revision = "c27e90b3a5d8"
branch_labels = None
depends_on = None


def upgrade() -> None:
    inspector = sa.inspect(op.get_bind())

    if "audit_log" not in inspector.get_table_names():
        print("[INFO] Таблица audit_log не существует, создаём её")
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
        op.create_index("idx_audit_log_user_id", "audit_log", ["user_id"])
        print("[OK] Таблица audit_log создана с колонкой deleted_at")
        return

    print("[INFO] Таблица audit_log существует, проверяем колонку deleted_at")
    columns = [column["name"] for column in inspector.get_columns("audit_log")]
    if "deleted_at" in columns:
        print("[OK] Колонка deleted_at уже есть")
    else:
        op.add_column("audit_log", sa.Column("deleted_at", sa.TIMESTAMP(), nullable=True))
        print("[OK] Колонка deleted_at добавлена")


def downgrade() -> None:
    # The column belongs to the revision before this one, which makes the table with it.
    pass
