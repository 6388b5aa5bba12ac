"""an index"""
from alembic import op

revision = "b2"
down_revision = "a1"


def upgrade():
    op.create_index(op.f("ix_users_name"), "users", ["name"])


def downgrade():
    op.drop_index("ix_users_name")
