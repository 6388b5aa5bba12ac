# limbec: --compare enums
# databases: postgresql
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def before(m):
    sa.Table("gone", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.Enum("x", "y", name="gone_type")))
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("b", sa.Enum("p", name="column_gone")))


def after(m):
    kind = sa.Enum("a", "b", name="kind")
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("c", kind, nullable=True))
    sa.Table("new", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("c", kind), sa.Column("d", postgresql.ARRAY(kind)))
