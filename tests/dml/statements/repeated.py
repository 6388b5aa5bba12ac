"""Columns that repeat: null(), true() and false() are one object each."""
import sqlalchemy as sa
from alembic import op

revision = "dml_repeated"
down_revision = None

T = sa.table("t", sa.column("a", sa.Integer), sa.column("b", sa.String))


def upgrade():
    op.execute(sa.select(sa.null(), sa.null(), sa.literal(3)))
    op.execute(sa.select(T.c.a, sa.null(), sa.func.now(), sa.null(), T.c.a + 1, sa.null()))
    op.execute(sa.insert(T).from_select(["a", "b"], sa.select(sa.null(), sa.null())))
    op.execute(sa.union(sa.select(sa.null(), sa.null()), sa.select(T.c.a, T.c.b)))
    op.execute(sa.select(sa.null().label("x"), sa.null(), sa.null().label("y")))


def downgrade():
    pass
