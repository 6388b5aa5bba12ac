"""b"""
from alembic import op
import sqlalchemy as sa

revision = 'bbbb'
down_revision = 'aaaa'


def upgrade():
    pass


def downgrade():
    pass
