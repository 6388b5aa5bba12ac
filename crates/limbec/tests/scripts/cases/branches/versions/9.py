"""another base"""
from alembic import op
import sqlalchemy as sa

revision = 'y1'
down_revision = None
depends_on = ['x3']


def upgrade():
    pass


def downgrade():
    pass
