"""merge both"""
from alembic import op
import sqlalchemy as sa

revision = 'm1'
down_revision = ('b2', 'c1')


def upgrade():
    pass


def downgrade():
    pass
