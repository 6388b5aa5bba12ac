# limbec: --compare enums
# rename: t:people
# rename: people.mood:people.state
# rename: mood.sad:mood.glum
# databases: postgresql
import sqlalchemy as sa


def before(m):
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("mood", sa.Enum("sad", "fine", "happy", name="mood"), server_default="sad"))


def after(m):
    sa.Table("people", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("state", sa.Enum("happy", "glum", name="mood"), server_default="glum"))
