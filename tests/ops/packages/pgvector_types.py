"""Vectors."""
import sqlalchemy as sa
from alembic import op
import pgvector
import pgvector.sqlalchemy
from pgvector.sqlalchemy import BIT, HALFVEC, SPARSEVEC, Vector

revision = "packages_pgvector_types"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", Vector(3)),
        sa.Column("b", Vector(), nullable=False),
        sa.Column("c", pgvector.sqlalchemy.Vector(dim=1536)),
        sa.Column("d", HALFVEC(4)),
        sa.Column("f", SPARSEVEC(1000)),
        sa.Column("g", pgvector.sqlalchemy.vector.VECTOR(dim=2)),
    )
    op.create_index("ix", "t", ["a"], postgresql_using="hnsw", postgresql_with={"m": 16, "ef_construction": 64},
                    postgresql_ops={"a": "vector_l2_ops"})
