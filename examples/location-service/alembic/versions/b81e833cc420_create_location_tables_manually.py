"""create location tables manually

Autogenerate saw no difference on the developer's machine, because the application had made these
tables by create_all() before. So this was written by hand, and it looks before it creates: on a
fresh database it makes everything, on one that the application has served it makes what is missing.

Revision ID: b81e833cc420
Revises: 2f6d90c1b7ae
Create Date: 2025-07-21 16:45:09
"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = "b81e833cc420"
down_revision = "2f6d90c1b7ae"
branch_labels = None
depends_on = None


def upgrade() -> None:
    existing = sa.inspect(op.get_bind()).get_table_names()

    if "locations" not in existing:
        op.create_table(
            "locations",
            sa.Column("id", sa.BigInteger(), nullable=False),
            sa.Column("device_id", postgresql.UUID(as_uuid=True), nullable=False),
            sa.Column("latitude", sa.Numeric(precision=9, scale=6), nullable=False),
            sa.Column("longitude", sa.Numeric(precision=9, scale=6), nullable=False),
            sa.Column("accuracy_m", sa.Float(), nullable=True),
            sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
            sa.Column("raw", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
            sa.CheckConstraint("latitude BETWEEN -90 AND 90", name="ck_locations_latitude"),
            sa.CheckConstraint("longitude BETWEEN -180 AND 180", name="ck_locations_longitude"),
            sa.ForeignKeyConstraint(["device_id"], ["devices.id"], ondelete="CASCADE"),
            sa.PrimaryKeyConstraint("id"),
        )

    if "places" not in existing:
        op.create_table(
            "places",
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("user_id", postgresql.UUID(as_uuid=True), nullable=False),
            sa.Column("title", sa.String(length=120), nullable=False),
            sa.Column("latitude", sa.Numeric(precision=9, scale=6), nullable=False),
            sa.Column("longitude", sa.Numeric(precision=9, scale=6), nullable=False),
            sa.Column("radius_m", sa.Integer(), server_default="150", nullable=False),
            sa.Column(
                "notes", sa.Text(), nullable=True, comment="What the user wrote; never shown to others"
            ),
            sa.CheckConstraint("radius_m > 0", name="ck_places_radius"),
            sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
            sa.PrimaryKeyConstraint("id"),
            sa.UniqueConstraint("user_id", "title", name="uq_places_user_title"),
        )

    # The same in SQL: PostgreSQL looks by itself.
    op.execute(
        """
        CREATE TABLE IF NOT EXISTS visits (
            id BIGSERIAL NOT NULL,
            place_id INTEGER NOT NULL REFERENCES places (id) ON DELETE CASCADE,
            device_id UUID NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
            arrived_at TIMESTAMP WITH TIME ZONE NOT NULL,
            left_at TIMESTAMP WITH TIME ZONE,
            PRIMARY KEY (id)
        )
        """
    )
    op.execute("CREATE INDEX IF NOT EXISTS ix_visits_place_id ON visits (place_id)")
    op.execute(
        "CREATE INDEX IF NOT EXISTS ix_locations_device_recorded ON locations (device_id, recorded_at DESC)"
    )
    op.create_index(
        "ix_locations_raw",
        "locations",
        ["raw"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"raw": "jsonb_path_ops"},
        if_not_exists=True,
    )


def downgrade() -> None:
    # Foreign keys: the tables that refer to others go first.
    for table in ("visits", "places", "locations"):
        op.drop_table(table, if_exists=True)
