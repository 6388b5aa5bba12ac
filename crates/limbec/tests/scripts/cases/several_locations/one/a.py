"""a"""
from alembic import op
import sqlalchemy as sa

revision = 'aaaa'
down_revision = None


def upgrade():
    pass


def downgrade():
    pass
