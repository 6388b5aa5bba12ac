"""left"""
from alembic import op
import sqlalchemy as sa

revision = 'b1'
down_revision = 'a1'
branch_labels = ('left',)


def upgrade():
    pass


def downgrade():
    pass
