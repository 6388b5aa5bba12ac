"""The index that autogenerate writes beside its column."""
import sqlalchemy as sa
from alembic import op
import geoalchemy2

revision = "packages_geo_index"
down_revision = None


def upgrade():
    if op.get_context().dialect.name != "postgresql":
        return
    op.create_table(
        "lake",
        sa.Column("geom", geoalchemy2.types.Geometry(geometry_type="POINT", srid=4326, dimension=2, from_text="ST_GeomFromEWKT", name="geometry", spatial_index=False), nullable=True),
        sa.Column("geog", geoalchemy2.types.Geography(geometry_type="POINT", srid=4326), nullable=True),
        sa.Column("rast", geoalchemy2.types.Raster(), nullable=True),
        schema="maps",
    )
    op.create_index("idx_lake_geom", "lake", ["geom"], unique=False, postgresql_using="gist", schema="maps")
