# limbec: --compare enums
# databases: postgresql
import sqlalchemy as sa

configure = {"include_schemas": True}


def table(m, *values):
    sa.Table("t", m, sa.Column("mood", sa.Enum(*values, name="mood", schema="app")), schema="app")


def before(m):
    table(m, "a", "b")


def after(m):
    table(m, "a", "c")
