"""third"""
from alembic import op
import sqlalchemy as sa

revision = 'cccc'
down_revision = 'aaaa'


def upgrade():
    pass


def downgrade():
    pass
