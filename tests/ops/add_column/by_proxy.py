"""op._proxy: the object behind the functions, which helpers hand on."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_by_proxy"
down_revision = None


def widen(operations, table):
    operations.add_column(table, sa.Column("a", sa.Integer()))
    with operations.batch_alter_table(table) as batch:
        batch.add_column(sa.Column("b", sa.String(3)))
    operations.execute(f"-- {type(operations).__name__} {operations.get_context() is op.get_context()}")


def upgrade():
    widen(op._proxy, "t")
    op._proxy.create_table("u", sa.Column("id", sa.Integer(), primary_key=True))
