# limbec: --compare defaults
# databases: postgresql
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def table(m, default, array):
    sa.Table(
        "t",
        m,
        sa.Column("a", postgresql.JSON, server_default=default),
        sa.Column("b", postgresql.ARRAY(sa.String), server_default=array),
        sa.Column("c", sa.Interval, server_default=sa.text("'1 day'")),
    )


def before(m):
    table(m, "{}", "{}")


def after(m):
    table(m, '{"a": 1}', sa.text("'{}'::varchar[]"))
