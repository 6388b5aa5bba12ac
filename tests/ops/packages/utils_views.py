"""The views of sqlalchemy_utils: created and dropped by elements of its own."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy_utils.view import CreateView, DropView, create_materialized_view, create_view

revision = "packages_utils_views"
down_revision = None

users = sa.table("users", sa.column("id", sa.Integer), sa.column("name", sa.String))


def upgrade():
    query = sa.select(users.c.id, sa.func.lower(users.c.name).label("name")).where(users.c.name != "it's")
    op.execute(CreateView("v", query))
    op.execute(CreateView("v", query, replace=True))
    op.execute(CreateView("Order View", query, materialized=True))
    op.execute(DropView("Order View", materialized=True))
    op.execute(DropView("v", cascade=False))
    metadata = sa.MetaData()
    table = create_view("w", query, metadata)
    other = create_materialized_view("x", query, metadata, indexes=[sa.Index("ix_x", "id", unique=True)])
    op.execute(f"-- {[c.name for c in table.columns]} {[c.name for c in other.primary_key]} {[i.name for i in other.indexes]}")
