# limbec: --compare enums,checks,indexes,defaults
# databases: postgresql
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def before(m):
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.Enum("x", "y", name="kind"), nullable=False))


def after(m):
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.String(10), nullable=False))
