"""Arrays with dimensions, of types with parameters, with defaults."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "009"
down_revision = "008"


def upgrade():
    op.create_table(
        "types_arrays",
        sa.Column("plain", postgresql.ARRAY(sa.Integer())),
        sa.Column("two", postgresql.ARRAY(sa.Integer(), dimensions=2)),
        sa.Column("three", postgresql.ARRAY(sa.String(10), dimensions=3)),
        sa.Column("stamps", postgresql.ARRAY(sa.DateTime(timezone=True))),
        sa.Column("numbers", postgresql.ARRAY(sa.Numeric(8, 2))),
        sa.Column("collated", postgresql.ARRAY(sa.String(5, collation="C"))),
        sa.Column("uuids", postgresql.ARRAY(sa.UUID()), server_default="{}", nullable=False),
        sa.Column("tags", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'::text[]"), nullable=False),
        sa.Column("made", postgresql.ARRAY(sa.Integer()), server_default=sa.text("ARRAY[1, 2, 3]")),
        sa.Column("json", postgresql.ARRAY(postgresql.JSONB())),
    )
    op.execute("INSERT INTO types_arrays (plain, two) VALUES ('{1,2}', '{{1,2},{3,4}}')")


def downgrade():
    op.drop_table("types_arrays")
