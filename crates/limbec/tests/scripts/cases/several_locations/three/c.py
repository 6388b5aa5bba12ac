"""c"""
from alembic import op
import sqlalchemy as sa

revision = 'cccc'
down_revision = None
branch_labels = 'three'


def upgrade():
    pass


def downgrade():
    pass
