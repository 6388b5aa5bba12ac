"""first line
second line of it

long text
   indented
"""
from alembic import op
import sqlalchemy as sa

revision = 'aaaa'
down_revision = None


def upgrade():
    pass


def downgrade():
    pass
