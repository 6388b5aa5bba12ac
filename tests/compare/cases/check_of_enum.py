# limbec: --compare checks
import sqlalchemy as sa


def table(m, *values):
    kind = sa.Enum(*values, name="ck_kind", native_enum=False, create_constraint=True, length=20)
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("kind", kind))


def before(m):
    table(m, "a", "b")


def after(m):
    table(m, "a", "b", "c")
