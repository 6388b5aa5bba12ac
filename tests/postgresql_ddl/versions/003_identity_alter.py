"""An identity is added to a column, changed, and dropped."""

import sqlalchemy as sa
from alembic import op

revision = "003"
down_revision = "002"


def upgrade():
    op.create_table("identity_alter", sa.Column("a", sa.Integer(), nullable=False), sa.Column("b", sa.BigInteger(), nullable=False))
    op.alter_column("identity_alter", "a", server_default=sa.Identity(start=5), existing_type=sa.Integer(), existing_nullable=False)
    op.alter_column("identity_alter", "b", server_default=sa.Identity(always=True), existing_server_default=None)
    op.alter_column(
        "identity_alter", "b",
        server_default=sa.Identity(always=False, start=100, increment=10, cache=4, cycle=True),
        existing_server_default=sa.Identity(always=True),
    )


def downgrade():
    op.alter_column("identity_alter", "a", server_default=None, existing_server_default=sa.Identity(start=5))
    op.alter_column(
        "identity_alter", "b",
        server_default=sa.Identity(always=True, start=1, increment=1),
        existing_server_default=sa.Identity(always=False, start=100, increment=10, cache=4, cycle=True),
    )
    op.drop_table("identity_alter")
