"""Tables in partitions."""

import sqlalchemy as sa
from alembic import op

revision = "033"
down_revision = "032"


def upgrade():
    op.create_table("partition_range", sa.Column("id", sa.BigInteger(), nullable=False), sa.Column("at", sa.Date(), nullable=False), sa.PrimaryKeyConstraint("id", "at"), postgresql_partition_by="RANGE (at)")
    op.execute("CREATE TABLE partition_range_2024 PARTITION OF partition_range FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')")
    op.execute("CREATE TABLE partition_range_rest PARTITION OF partition_range DEFAULT")
    op.create_index("ix_partition_range_at", "partition_range", ["at"])
    op.create_table("partition_list", sa.Column("kind", sa.Text()), postgresql_partition_by="LIST (kind)")
    op.create_table("partition_list_a", sa.Column("kind", sa.Text()))
    op.execute("ALTER TABLE partition_list ATTACH PARTITION partition_list_a FOR VALUES IN ('a')")
    op.execute("INSERT INTO partition_range VALUES (1, '2024-05-01'), (2, '2026-01-01')")


def downgrade():
    op.execute("ALTER TABLE partition_list DETACH PARTITION partition_list_a")
    op.drop_table("partition_list_a")
    op.drop_table("partition_list")
    op.drop_table("partition_range")
