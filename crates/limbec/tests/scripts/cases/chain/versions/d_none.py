from alembic import op
import sqlalchemy as sa

revision = 'dddd'
down_revision = 'cccc'


def upgrade():
    pass


def downgrade():
    pass
