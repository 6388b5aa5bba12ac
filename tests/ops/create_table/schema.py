"""A table in a schema, referring to another schema."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_schema"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("a", sa.Integer(), sa.ForeignKey("s1.other.id")),
        sa.Column("b", sa.Integer(), sa.ForeignKey("s2.other.id")),
        sa.Column("c", sa.Integer(), sa.ForeignKey("other.id")),
        sa.Column("d", sa.Integer(), index=True),
        schema="s1",
    )
