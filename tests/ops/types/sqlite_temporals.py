"""Dates of SQLite's module."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import sqlite

revision = "types_sqlite_temporals"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sqlite.DATE()),
        sa.Column("c2", sqlite.DATETIME()),
        sa.Column("c3", sqlite.TIME()),
        sa.Column("c4", sqlite.DATETIME(truncate_microseconds=True)),
        sa.Column("c5", sqlite.DATE(storage_format="%(year)04d%(month)02d%(day)02d", regexp="x")),
        sa.Column("c6", sqlite.TIME(storage_format="%(hour)02d-%(minute)02d")),
    )
