"""USING of an alteration."""

import sqlalchemy as sa
from alembic import op

revision = "expressions_alter_using"
down_revision = None


def upgrade():
    op.alter_column(
        "t",
        "a",
        existing_type=sa.String(5),
        type_=sa.Integer(),
        postgresql_using="a::integer + 5",
    )
