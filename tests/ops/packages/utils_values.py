"""Values of SQLAlchemy-Utils types on their way."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy_utils import EmailType, ScalarListType

revision = "packages_utils_values"
down_revision = None


def upgrade():
    table = sa.table(
        "t", sa.column("c", EmailType()), sa.column("e", ScalarListType()),
    )
    op.bulk_insert(table, [
        {"c": "Joe@Example.org", "e": ["x", "y"]},
        {"c": None, "e": None},
    ])
