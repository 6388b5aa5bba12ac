"""The types in capital letters."""

import sqlalchemy as sa
from alembic import op

revision = "006"
down_revision = "005"


def upgrade():
    op.create_table(
        "types_exact",
        sa.Column("c1", sa.BIGINT()), sa.Column("c2", sa.BOOLEAN()), sa.Column("c3", sa.CHAR(3)), sa.Column("c4", sa.DATE()),
        sa.Column("c5", sa.DECIMAL(6, 3)), sa.Column("c6", sa.DOUBLE_PRECISION()), sa.Column("c7", sa.FLOAT(24)), sa.Column("c8", sa.INT()),
        sa.Column("c9", sa.INTEGER()), sa.Column("c10", sa.JSON()), sa.Column("c11", sa.NUMERIC(4, 0)), sa.Column("c12", sa.REAL()),
        sa.Column("c13", sa.SMALLINT()), sa.Column("c14", sa.TEXT()), sa.Column("c15", sa.TIME()), sa.Column("c16", sa.TIMESTAMP()),
        sa.Column("c17", sa.TIMESTAMP(timezone=True)), sa.Column("c18", sa.UUID()), sa.Column("c19", sa.VARCHAR(9)), sa.Column("c20", sa.CHAR()),
        sa.Column("c21", sa.DECIMAL()), sa.Column("c22", sa.VARCHAR()),
    )


def downgrade():
    op.drop_table("types_exact")
