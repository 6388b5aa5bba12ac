"""a"""
from alembic import op
import sqlalchemy as sa

revision = 'a-b+c@d:e'
down_revision = None


def upgrade():
    pass


def downgrade():
    pass
