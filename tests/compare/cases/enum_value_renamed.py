# limbec: --compare enums
# rename: mood.sad:mood.glum
# databases: postgresql
import sqlalchemy as sa


def before(m):
    sa.Table("t", m, sa.Column("mood", sa.Enum("sad", "happy", name="mood"), server_default="sad"))


def after(m):
    sa.Table("t", m, sa.Column("mood", sa.Enum("glum", "happy", "mad", name="mood"), server_default="glum"))
