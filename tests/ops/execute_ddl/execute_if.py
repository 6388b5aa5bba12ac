"""execute_if() is asked by events only: op.execute() sends the text everywhere."""

from alembic import op
import sqlalchemy as sa

revision = "execute_ddl_execute_if"
down_revision = None


def upgrade():
    op.execute(sa.DDL("CREATE TABLE a (b int)").execute_if(dialect="oracle"))
