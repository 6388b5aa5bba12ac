# limbec: --compare enums,checks,indexes,defaults
# databases: postgresql
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def tables(m, *values):
    mood = sa.Enum(*values, name="mood")
    sa.Table("a", m, sa.Column("mood", mood, primary_key=True), sa.Column("x", sa.Integer, index=True))
    sa.Table("b", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("mood", mood, unique=True), sa.ForeignKeyConstraint(["mood"], ["a.mood"]))


def before(m):
    tables(m, "sad", "fine", "happy")


def after(m):
    tables(m, "happy", "sad")
