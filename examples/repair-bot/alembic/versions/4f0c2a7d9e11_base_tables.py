"""base tables: users, masters, orders

A database that the bot made for itself before there were migrations has these tables already;
then only what is missing is made.

Revision ID: 4f0c2a7d9e11
Revises:
Create Date: 2025-09-14 10:02:11
"""
from alembic import op
import sqlalchemy as sa

revision = "4f0c2a7d9e11"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    existing = set(sa.inspect(op.get_bind()).get_table_names())

    if "users" not in existing:
        op.create_table(
            "users",
            sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
            sa.Column("telegram_id", sa.Integer(), nullable=False),
            sa.Column("username", sa.Text(), nullable=True),
            sa.Column("first_name", sa.Text(), nullable=True),
            sa.Column("last_name", sa.Text(), nullable=True),
            sa.Column("role", sa.Text(), nullable=False, server_default="UNKNOWN"),
            sa.Column("created_at", sa.TIMESTAMP(), server_default=sa.text("CURRENT_TIMESTAMP")),
            sa.UniqueConstraint("telegram_id"),
            sqlite_autoincrement=True,
        )

    if "masters" not in existing:
        op.create_table(
            "masters",
            sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
            sa.Column("telegram_id", sa.Integer(), nullable=False),
            sa.Column("phone", sa.Text(), nullable=False),
            sa.Column("specialization", sa.Text(), nullable=False),
            sa.Column("is_active", sa.Boolean(), nullable=False, server_default=sa.text("1")),
            sa.Column("created_at", sa.TIMESTAMP(), server_default=sa.text("CURRENT_TIMESTAMP")),
            sa.ForeignKeyConstraint(["telegram_id"], ["users.telegram_id"]),
            sa.UniqueConstraint("telegram_id"),
            sqlite_autoincrement=True,
        )

    if "orders" not in existing:
        op.create_table(
            "orders",
            sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
            sa.Column("equipment_type", sa.Text(), nullable=False),
            sa.Column("description", sa.Text(), nullable=False),
            sa.Column("client_name", sa.Text(), nullable=False),
            sa.Column("client_address", sa.Text(), nullable=False),
            sa.Column("client_phone", sa.Text(), nullable=False),
            sa.Column("status", sa.Text(), nullable=False, server_default="NEW"),
            sa.Column("assigned_master_id", sa.Integer(), nullable=True),
            sa.Column("dispatcher_id", sa.Integer(), nullable=True),
            sa.Column("notes", sa.Text(), nullable=True),
            sa.Column("created_at", sa.TIMESTAMP(), server_default=sa.text("CURRENT_TIMESTAMP")),
            sa.Column("updated_at", sa.TIMESTAMP(), server_default=sa.text("CURRENT_TIMESTAMP")),
            sa.ForeignKeyConstraint(["assigned_master_id"], ["masters.id"]),
            sa.ForeignKeyConstraint(["dispatcher_id"], ["users.telegram_id"]),
            sqlite_autoincrement=True,
        )

    for table, columns in INDEXES.items():
        for column in columns:
            op.create_index(f"idx_{table}_{column}", table, [column], if_not_exists=True)


def downgrade() -> None:
    for table in ("orders", "masters", "users"):
        op.drop_table(table)


INDEXES = {
    "users": ["telegram_id", "role"],
    "masters": ["telegram_id"],
    "orders": ["status", "assigned_master_id", "dispatcher_id"],
}
