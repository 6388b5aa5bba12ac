"""IN with a parameter that gets no value."""
import sqlalchemy as sa
from alembic import op

revision = "dml_expanding"
down_revision = None

T = sa.table("t", sa.column("a", sa.Integer), sa.column("b", sa.String))


def upgrade():
    op.execute(sa.text("DELETE FROM t WHERE a IN :ids").bindparams(sa.bindparam("ids", expanding=True)))
    op.get_bind().execute(
        sa.text("DELETE FROM t WHERE a IN :ids OR b IN :ids").bindparams(sa.bindparam("ids", expanding=True)),
        {"ids": [1, 2]},
    )
    op.execute(sa.select(T.c.a).where(T.c.a.in_(sa.bindparam("ids", expanding=True))))
    op.execute(sa.text("DELETE FROM t WHERE a IN :ids").bindparams(sa.bindparam("ids", value=[3, 4], expanding=True)))


def downgrade():
    pass
