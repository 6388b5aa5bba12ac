"""z"""
from alembic import op
import sqlalchemy as sa

revision = 'zzzz'
down_revision = 'cccc'


def upgrade():
    pass


def downgrade():
    pass
