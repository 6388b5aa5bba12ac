"""What alembic_utils refuses."""
import sqlalchemy as sa
from alembic import op
from alembic_utils.exceptions import SQLParseFailure
from alembic_utils.pg_function import PGFunction

revision = "packages_entities_errors"
down_revision = None


def upgrade():
    try:
        PGFunction.from_sql("nonsense")
    except SQLParseFailure as error:
        op.execute("-- " + str(error))
    from alembic_utils.pg_grant_table import PGGrantTable
    PGGrantTable("public", "account", "reader", "SELECT")
