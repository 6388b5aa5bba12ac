"""second

Revision ID: bbbb
Revises: aaaa
Create Date: 2026-01-01

"""
from alembic import op
import sqlalchemy as sa

revision = 'bbbb'
down_revision = 'aaaa'


def upgrade():
    pass


def downgrade():
    pass
