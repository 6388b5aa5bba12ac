"""The statements of sqlalchemy_searchable, with weights and with a text that is made."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy_searchable import (
    CreateSearchFunctionSQL, CreateSearchTriggerSQL, DropSearchFunctionSQL, DropSearchTriggerSQL, SearchOptions, vectorizer,
)
from sqlalchemy_utils import TSVectorType

revision = "packages_searchable_statements"
down_revision = None


def upgrade():
    table = sa.Table(
        "article", sa.MetaData(), sa.Column("name", sa.String), sa.Column("tags", sa.JSON),
        sa.Column("content", sa.Text), sa.Column("vector", TSVectorType("name", "content")),
    )
    far = sa.Table("far", sa.MetaData(), sa.Column("name", sa.String), sa.Column("v", TSVectorType("name")), schema="shop")
    weighted = SearchOptions(weights={"name": "A"}, regconfig="pg_catalog.finnish")
    for kind in (CreateSearchFunctionSQL, CreateSearchTriggerSQL, DropSearchTriggerSQL, DropSearchFunctionSQL):
        op.execute(kind(table.c.vector))
        op.execute(kind(table.c.vector, options=weighted))
        op.execute(kind(far.c.v, options=SearchOptions(search_trigger_name="{column}_of_{table}")))
    vectorizer(sa.JSON)(lambda column: sa.cast(column, sa.Text))
    vectorizer(table.c.content)(lambda column: sa.func.lower(column))
    for kind in (CreateSearchFunctionSQL, CreateSearchTriggerSQL):
        op.execute(kind(table.c.vector, ["tags", "content"]))
        op.execute(kind(table.c.vector, ["name"]))
    vectorizer.clear()
    op.execute(CreateSearchTriggerSQL(table.c.vector, ["tags"]))
