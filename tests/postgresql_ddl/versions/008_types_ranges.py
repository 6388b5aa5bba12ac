"""Ranges and multiranges."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "008"
down_revision = "007"


def upgrade():
    kinds = ["INT4", "INT8", "NUM", "DATE", "TS", "TSTZ"]
    op.create_table(
        "types_ranges",
        *[sa.Column(f"{kind.lower()}_range", getattr(postgresql, f"{kind}RANGE")()) for kind in kinds],
        *[sa.Column(f"{kind.lower()}_multirange", getattr(postgresql, f"{kind}MULTIRANGE")()) for kind in kinds],
    )
    op.execute("INSERT INTO types_ranges (int4_range, date_range) VALUES ('[1,5)', '[2024-01-01,2024-02-01]')")
    op.execute("INSERT INTO types_ranges (int4_multirange) VALUES ('{[1,3),[7,9)}')")


def downgrade():
    op.drop_table("types_ranges")
