import sqlalchemy as sa


def before(m):
    pass


def after(m):
    t = sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("age", sa.Integer))
    t.append_constraint(sa.CheckConstraint(t.c.age > 5, name="c"))
