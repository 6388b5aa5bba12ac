"""описание изменений

Подробнее: строкадругая"""
from alembic import op
import sqlalchemy as sa

revision = '0001'
down_revision = None


def upgrade():
    pass


def downgrade():
    pass
