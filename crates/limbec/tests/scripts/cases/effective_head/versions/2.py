"""b"""
from alembic import op
import sqlalchemy as sa

revision = 'b1'
down_revision = None
depends_on = 'a1'


def upgrade():
    pass


def downgrade():
    pass
