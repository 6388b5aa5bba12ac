# rename: a:b
# rename: b.x:b.y
import sqlalchemy as sa


def before(m):
    sa.Table("a", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("x", sa.Integer, index=True))


def after(m):
    sa.Table("b", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("y", sa.Integer, index=True))
