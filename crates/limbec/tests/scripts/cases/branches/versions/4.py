"""left 2"""
from alembic import op
import sqlalchemy as sa

revision = 'b2'
down_revision = 'b1'


def upgrade():
    pass


def downgrade():
    pass
