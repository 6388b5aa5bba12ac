"""  

  spaces before and after  

"""
from alembic import op
import sqlalchemy as sa

revision = 'cccc'
down_revision = 'bbbb'


def upgrade():
    pass


def downgrade():
    pass
