"""users and devices

A service that once called create_all() at start has both tables already.

Revision ID: 2f6d90c1b7ae
Revises:
Create Date: 2025-06-03 08:12:40
"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = "2f6d90c1b7ae"
down_revision = None
branch_labels = None
depends_on = None

# The type is made by hand, and only where it is missing: create_table would try it again.
platform = postgresql.ENUM("ios", "android", "tracker", name="platform", create_type=False)


def upgrade() -> None:
    op.execute(
        """
        DO $$
        BEGIN
            CREATE TYPE platform AS ENUM ('ios', 'android', 'tracker');
        EXCEPTION
            WHEN duplicate_object THEN NULL;
        END
        $$
        """
    )
    op.create_table(
        "users",
        sa.Column(
            "id", postgresql.UUID(as_uuid=True), server_default=sa.text("gen_random_uuid()"), nullable=False
        ),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("display_name", sa.String(length=120), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("email"),
        if_not_exists=True,
    )
    op.create_table(
        "devices",
        sa.Column(
            "id", postgresql.UUID(as_uuid=True), server_default=sa.text("gen_random_uuid()"), nullable=False
        ),
        sa.Column("user_id", postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column("platform", platform, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("tags", postgresql.ARRAY(sa.String(length=40)), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        if_not_exists=True,
    )
    op.create_index(op.f("ix_devices_user_id"), "devices", ["user_id"], unique=False, if_not_exists=True)


def downgrade() -> None:
    op.drop_index(op.f("ix_devices_user_id"), table_name="devices")
    op.drop_table("devices")
    op.drop_table("users")
    platform.drop(op.get_bind(), checkfirst=True)
