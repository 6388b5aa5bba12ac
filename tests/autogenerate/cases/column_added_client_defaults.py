import datetime

import sqlalchemy as sa


def today():
    return datetime.date(2026, 1, 2)


def before(m):
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True))


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, default=5, nullable=False),
        sa.Column("word", sa.String(9), default="it's", onupdate="new"),
        sa.Column("day", sa.Date, default=today, onupdate=lambda: today()),
        sa.Column("moment", sa.DateTime, default=sa.func.now(), onupdate=sa.func.current_timestamp()),
        sa.Column("many", sa.JSON, default=dict),
        sa.Column("told", sa.Integer, key="heard", default=sa.text("1 + 1"), server_default=sa.text("2"), comment="of old"),
    )
