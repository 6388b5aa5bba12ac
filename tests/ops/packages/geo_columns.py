"""Shapes added to a table."""
import sqlalchemy as sa
from alembic import op
from geoalchemy2 import Geography, Geometry, Raster

revision = "packages_geo_columns"
down_revision = None


def upgrade():
    if op.get_context().dialect.name != "postgresql":
        return
    op.add_column("t", sa.Column("a", Geometry("POINT", srid=4326)))
    op.add_column("t", sa.Column("b", Geography("POINT", srid=4326, spatial_index=False), nullable=False))
    op.add_column("t", sa.Column("c", Geometry("LINESTRINGZM", srid=3857, use_N_D_index=True)))
    op.add_column("t", sa.Column("d", Raster))
    op.alter_column("t", "a", type_=Geometry("POLYGON", 4326, spatial_index=False), postgresql_using="ST_SetSRID(a, 4326)")
    op.drop_column("t", "b")
