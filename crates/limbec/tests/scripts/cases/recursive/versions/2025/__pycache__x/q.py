"""q"""
from alembic import op
import sqlalchemy as sa

revision = 'qqqq'
down_revision = 'zzzz'


def upgrade():
    pass


def downgrade():
    pass
