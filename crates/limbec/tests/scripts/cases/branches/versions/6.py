"""independent"""
from alembic import op
import sqlalchemy as sa

revision = 'x1'
down_revision = None
branch_labels = 'other'


def upgrade():
    pass


def downgrade():
    pass
