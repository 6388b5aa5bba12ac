# limbec: --compare enums
# rename: t:people
# databases: postgresql
import sqlalchemy as sa


def before(m):
    kind = sa.Enum("sad", "fine", "happy", name="mood")
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("mood", kind, server_default="fine"), sa.Column("gone", kind))
    sa.Table("u", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("mood", kind, nullable=False, server_default="sad"))


def after(m):
    kind = sa.Enum("happy", "sad", name="mood")
    sa.Table("people", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("mood", kind), sa.Column("new", kind, server_default="happy"))
    sa.Table("u", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("mood", kind, nullable=False, server_default="happy"))
