"""Types that differ between databases."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "010"
down_revision = "009"


def upgrade():
    json_type = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
    op.create_table(
        "variants",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("data", json_type, nullable=False),
        sa.Column("more", sa.Text().with_variant(sa.String(20), "postgresql", "mysql")),
        sa.Column("ip", sa.String(45).with_variant(postgresql.INET(), "postgresql")),
    )
    op.add_column("variants", sa.Column("extra", json_type, server_default="{}"))
    op.alter_column("variants", "more", type_=sa.String(10).with_variant(sa.Text(), "postgresql"), existing_type=sa.String(20))


def downgrade():
    op.drop_column("variants", "extra")
    op.drop_table("variants")
