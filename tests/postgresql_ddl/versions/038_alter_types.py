"""Types of columns change, with and without USING."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "038"
down_revision = "037"


def upgrade():
    op.create_table("alter_types", sa.Column("a", sa.Integer()), sa.Column("b", sa.Text()), sa.Column("c", sa.String(10)), sa.Column("d", sa.DateTime()), sa.Column("e", sa.Text()), sa.Column("f", sa.JSON()))
    op.execute("INSERT INTO alter_types VALUES (1, '2', 'three', '2024-01-02 03:04:05', '{1,2}', '{\"a\": 1}')")
    op.alter_column("alter_types", "a", existing_type=sa.Integer(), type_=sa.BigInteger(), existing_nullable=True)
    op.alter_column("alter_types", "b", type_=sa.Integer(), postgresql_using="b::integer")
    op.alter_column("alter_types", "c", type_=sa.Text(), existing_type=sa.String(10), nullable=False, server_default="x")
    op.alter_column("alter_types", "d", type_=sa.DateTime(timezone=True), postgresql_using="d AT TIME ZONE 'UTC'")
    op.alter_column("alter_types", "e", type_=postgresql.ARRAY(sa.Integer()), postgresql_using="e::integer[]")
    op.alter_column("alter_types", "f", type_=postgresql.JSONB(astext_type=sa.Text()), existing_type=postgresql.JSON(astext_type=sa.Text()))


def downgrade():
    op.alter_column("alter_types", "f", type_=sa.JSON())
    op.alter_column("alter_types", "b", type_=sa.Text(), new_column_name="bee", nullable=False, existing_nullable=True)
    op.alter_column("alter_types", "bee", new_column_name="b")
    op.drop_table("alter_types")
