"""hidden"""
from alembic import op
import sqlalchemy as sa

revision = 'hhhh'
down_revision = 'aaaa'


def upgrade():
    pass


def downgrade():
    pass
