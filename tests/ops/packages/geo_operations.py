"""The operations of geoalchemy2.alembic_helpers."""
import sqlalchemy as sa
from alembic import op
from geoalchemy2 import Geometry, alembic_helpers

revision = "packages_geo_operations"
down_revision = None


def upgrade():
    if op.get_context().dialect.name != "postgresql":
        return
    op.create_geospatial_table(
        "lake",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("geom", Geometry(geometry_type="POINT", srid=4326, spatial_index=False), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_geospatial_index(
        "idx_lake_geom", "lake", ["geom"], unique=False, postgresql_using="gist", postgresql_ops={}
    )
    op.add_geospatial_column(
        "lake", sa.Column("more", Geometry(geometry_type="POINT", srid=4326, spatial_index=False), nullable=True)
    )
    op.drop_geospatial_column("lake", "more")
    op.drop_geospatial_index("idx_lake_geom", table_name="lake", column_name="geom", postgresql_using="gist")
    op.drop_geospatial_table("lake")
