"""ADD EXCLUDE."""
from alembic import op

revision = "create_constraint_exclude"
down_revision = None


def upgrade():
    op.create_exclude_constraint("ex", "t", ("period", "&&"), ("group", "="), where="group != 'some group'", using="gist", deferrable=True, initially="DEFERRED")
