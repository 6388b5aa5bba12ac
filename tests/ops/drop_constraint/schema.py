"""In a schema, by op.f."""
from alembic import op

revision = "drop_constraint_schema"
down_revision = None


def upgrade():
    op.drop_constraint(op.f("C"), "t", schema="s", type_="unique")
