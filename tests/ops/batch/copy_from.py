"""A rebuild of a table that the script describes."""
import sqlalchemy as sa
from alembic import op

revision = "batch_copy_from"
down_revision = None


def upgrade():
    meta = sa.MetaData()
    t = sa.Table("t", meta, sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.String(5)))
    with op.batch_alter_table("t", copy_from=t) as batch_op:
        batch_op.alter_column("a", type_=sa.Integer(), existing_type=sa.String(5))
        batch_op.add_column(sa.Column("b", sa.Integer()))
