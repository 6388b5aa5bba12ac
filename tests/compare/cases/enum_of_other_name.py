# limbec: --compare enums,checks,indexes,defaults
# databases: postgresql
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def before(m):
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.Enum("x", "y", name="old_name"), server_default="x"))


def after(m):
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.Enum("x", "y", "z", name="new_name"), server_default="x"))
