# limbec: --compare checks
# databases: postgresql
import sqlalchemy as sa


def before(m):
    sa.Table("t", m, sa.Column("a", sa.Integer), sa.CheckConstraint("a > 0", name="ck_a"))


def after(m):
    sa.Table("t", m, sa.Column("a", sa.Numeric(10, 2)), sa.Column("z", sa.Date), sa.CheckConstraint("a > 0 AND z > '2020-01-01'", name="ck_a"))
