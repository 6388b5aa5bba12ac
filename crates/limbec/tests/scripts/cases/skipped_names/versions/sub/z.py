"""below"""
from alembic import op
import sqlalchemy as sa

revision = 'zzzz'
down_revision = None


def upgrade():
    pass


def downgrade():
    pass
