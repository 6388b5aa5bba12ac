"""devices remember when they were seen

The service asked `locations` for the newest row of each device; now the device carries it.

Revision ID: 6c0e4d9a7f35
Revises: b81e833cc420
Create Date: 2025-08-30 11:20:51
"""
from alembic import op
import sqlalchemy as sa

revision = "6c0e4d9a7f35"
down_revision = "b81e833cc420"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("devices", sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("devices", sa.Column("location_count", sa.BigInteger(), server_default="0", nullable=False))
    op.execute(
        """
        UPDATE devices
           SET last_seen_at = seen.newest, location_count = seen.total
          FROM (SELECT device_id, max(recorded_at) AS newest, count(*) AS total
                  FROM locations GROUP BY device_id) AS seen
         WHERE seen.device_id = devices.id
        """
    )
    # From here on the database keeps both true, whoever writes.
    op.execute(
        """
        CREATE FUNCTION note_location() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            newest timestamptz := NEW.recorded_at;
        BEGIN
            UPDATE devices
               SET last_seen_at = greatest(last_seen_at, newest), location_count = location_count + 1
             WHERE id = NEW.device_id;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'no device %', NEW.device_id USING HINT = 'Register the device first.';
            END IF;
            RETURN NEW;
        END;
        $$;
        CREATE TRIGGER locations_are_noted AFTER INSERT ON locations
            FOR EACH ROW EXECUTE FUNCTION note_location();
        """
    )


def downgrade() -> None:
    op.execute("DROP TRIGGER locations_are_noted ON locations")
    op.execute("DROP FUNCTION note_location()")
    op.drop_column("devices", "location_count")
    op.drop_column("devices", "last_seen_at")
