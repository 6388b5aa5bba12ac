"""right"""
from alembic import op
import sqlalchemy as sa

revision = 'c1'
down_revision = 'a1'


def upgrade():
    pass


def downgrade():
    pass
