"""depends"""
from alembic import op
import sqlalchemy as sa

revision = 'x2'
down_revision = 'x1'
depends_on = 'b1'


def upgrade():
    pass


def downgrade():
    pass
