"""The search column of SQLAlchemy-Utils."""
import sqlalchemy as sa
from alembic import op
import sqlalchemy_utils

revision = "packages_utils_tsvector"
down_revision = None


def upgrade():
    op.create_table(
        "article",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("search_vector", sqlalchemy_utils.types.ts_vector.TSVectorType("name", "content", weights={"name": "A"})),
    )
    op.create_index("ix_s", "article", ["search_vector"], postgresql_using="gin")
