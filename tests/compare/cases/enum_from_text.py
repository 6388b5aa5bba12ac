# limbec: --compare enums
# databases: postgresql
import sqlalchemy as sa


def before(m):
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("state", sa.String(20)))


def after(m):
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("state", sa.Enum("on", "off", name="state")))
