# limbec: --compare enums
# rename: mood.sad:mood.happy
# rename: mood.happy:mood.sad
# databases: postgresql
import sqlalchemy as sa


def before(m):
    kind = sa.Enum("sad", "happy", name="mood")
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("mood", kind, server_default="sad"))


def after(m):
    kind = sa.Enum("happy", "sad", name="mood")
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("mood", kind, server_default="happy"))
