"""add missing columns to orders and masters

These are the columns that the bot once added by ALTER TABLE inside try/except. A database that has
seen that code has some of them; each is looked for before it is added.

Revision ID: 8b5d1e64c0f3
Revises: 4f0c2a7d9e11
Create Date: 2025-10-02 18:40:37
"""
from alembic import op
import sqlalchemy as sa

revision = "8b5d1e64c0f3"
down_revision = "4f0c2a7d9e11"
branch_labels = None
depends_on = None


def wanted():
    return {
        "masters": [
            sa.Column("is_approved", sa.Boolean(), nullable=False, server_default=sa.text("0")),
            sa.Column("work_chat_id", sa.Integer(), nullable=True),
        ],
        "orders": [
            sa.Column("total_amount", sa.REAL(), server_default=sa.text("0.0")),
            sa.Column("materials_cost", sa.REAL(), server_default=sa.text("0.0")),
            sa.Column("master_profit", sa.REAL(), server_default=sa.text("0.0")),
            sa.Column("company_profit", sa.REAL(), server_default=sa.text("0.0")),
            sa.Column("has_review", sa.Boolean(), server_default=sa.text("0")),
        ],
    }


def upgrade() -> None:
    inspector = sa.inspect(op.get_bind())
    for table, columns in wanted().items():
        present = {column["name"] for column in inspector.get_columns(table)}
        for column in columns:
            if column.name not in present:
                op.add_column(table, column)
    op.create_index("idx_masters_is_approved", "masters", ["is_approved"], if_not_exists=True)


def downgrade() -> None:
    op.drop_index("idx_masters_is_approved", table_name="masters")
    for table, columns in wanted().items():
        with op.batch_alter_table(table) as batch:
            for column in reversed(columns):
                batch.drop_column(column.name)
