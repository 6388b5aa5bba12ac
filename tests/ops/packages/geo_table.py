"""A table with shapes."""
import sqlalchemy as sa
from alembic import op
import geoalchemy2
from geoalchemy2 import Geometry

revision = "packages_geo_table"
down_revision = None


def upgrade():
    if op.get_context().dialect.name == "sqlite":
        return
    op.create_table(
        "lake",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("geom", Geometry(geometry_type="POLYGON", srid=4326)),
        sa.Column("plain", Geometry(geometry_type="POINT", srid=4326, spatial_index=False), nullable=True),
        sa.Column("required", geoalchemy2.types.Geometry("POINTZ", spatial_index=False), nullable=False),
        sa.Column("any", geoalchemy2.types.Geometry(geometry_type=None, spatial_index=False)),
        sa.PrimaryKeyConstraint("id"),
    )
