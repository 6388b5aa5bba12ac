"""Server defaults in CREATE TABLE."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "040"
down_revision = "039"


def upgrade():
    op.create_table(
        "defaults",
        sa.Column("a", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.Column("b", sa.DateTime(), server_default=sa.text("(now() AT TIME ZONE 'utc')")),
        sa.Column("c", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("d", sa.Boolean(), server_default="true"),
        sa.Column("e", sa.Integer(), server_default="0"),
        sa.Column("f", sa.Text(), server_default="a\\b%c:d'e\"f"),
        sa.Column("g", postgresql.JSONB(), server_default=sa.text("'{\"a\": 1}'::jsonb")),
        sa.Column("h", postgresql.UUID(), server_default=sa.text("gen_random_uuid()")),
        sa.Column("i", sa.Interval(), server_default=sa.text("'1 day'::interval")),
        sa.Column("j", sa.Text(), server_default=sa.text("'%'")),
        sa.Column("k", sa.Numeric(), server_default=sa.text("1.5")),
        sa.Column("l", sa.Date(), server_default=sa.text("CURRENT_DATE")),
        sa.Column("m", sa.Text(), server_default=sa.func.concat("a", "b%", "c\\d")),
        sa.Column("n", sa.Integer(), server_default=sa.literal_column("1 + 1")),
        sa.Column("o", sa.Text(), server_default=""),
        sa.Column("p", sa.Text(), server_default=sa.text("NULL")),
        sa.Column("q", sa.Integer(), default=5),
        sa.Column("r", sa.Integer(), sa.FetchedValue()),
    )


def downgrade():
    op.drop_table("defaults")
