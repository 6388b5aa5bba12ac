# limbec: --compare enums
# rename: mood.sad:mood.glum
# rename: mood.happy:mood.glad
# databases: postgresql
import sqlalchemy as sa


def before(m):
    kind = sa.Enum("sad", "fine", "happy", name="mood")
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("mood", kind, server_default="happy"))


def after(m):
    kind = sa.Enum("glad", "glum", "angry", name="mood")
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("mood", kind, server_default="glad"), sa.Column("second", kind, server_default="glum"))
