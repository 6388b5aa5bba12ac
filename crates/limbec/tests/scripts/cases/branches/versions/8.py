"""depends on two"""
from alembic import op
import sqlalchemy as sa

revision = 'x3'
down_revision = 'x2'
depends_on = ('c1', 'b2')


def upgrade():
    pass


def downgrade():
    pass
