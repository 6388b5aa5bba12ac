"""One type object for two tables of one run."""

import sqlalchemy as sa
from alembic import op

revision = "013"
down_revision = "012"


def upgrade():
    state = sa.Enum("on", "off", name="enum_shared_state")
    op.create_table("enum_shared_1", sa.Column("state", state))
    op.create_table("enum_shared_2", sa.Column("state", state), sa.Column("before", state))
    op.add_column("enum_shared_1", sa.Column("before", state, server_default="off", nullable=False))


def downgrade():
    op.drop_table("enum_shared_2")
    op.drop_table("enum_shared_1")
    op.execute("DROP TYPE enum_shared_state")
