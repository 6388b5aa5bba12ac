""""""
from alembic import op
import sqlalchemy as sa

revision = 'eeee'
down_revision = 'dddd'


def upgrade():
    pass


def downgrade():
    pass
