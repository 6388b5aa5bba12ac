# limbec: --compare enums,checks,indexes,defaults
# databases: postgresql
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def before(m):
    mood = sa.Enum("a", "b", "c", name="mood")
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("kept", mood), sa.Column("gone", mood))
    sa.Table("u", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("gone", mood))


def after(m):
    mood = sa.Enum("a", "c", name="mood")
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("kept", mood))
    sa.Table("v", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("new", mood, server_default="a"))
