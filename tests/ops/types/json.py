"""JSON."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import sqlite

revision = "types_json"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.JSON()),
        sa.Column("c2", sa.JSON(none_as_null=True)),
        sa.Column("c3", postgresql.JSON()),
        sa.Column("c4", mysql.JSON()),
        sa.Column("c5", sqlite.JSON()),
        sa.Column("c6", postgresql.JSON(astext_type=sa.Text())),
    )
