"""A path of SQLAlchemy-Utils."""
import sqlalchemy as sa
from alembic import op
import sqlalchemy_utils

revision = "packages_utils_ltree"
down_revision = None


def upgrade():
    if op.get_context().dialect.name != "postgresql":
        return
    op.add_column("t", sa.Column("path", sqlalchemy_utils.LtreeType(), nullable=False))
