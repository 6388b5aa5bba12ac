# limbec: --compare checks
import sqlalchemy as sa


def table(m, *texts):
    checks = [sa.CheckConstraint(text, name=f"ck_{number}") for number, text in enumerate(texts)]
    sa.Table("t", m, sa.Column("a", sa.Integer), sa.Column("b", sa.String(10)), sa.Column("C", sa.Integer), *checks)


def before(m):
    table(m, "a>0", "b<>''", '"C"  >=  1', "a IS NOT NULL", "(a) IN (1,2,3)")


def after(m):
    table(m, "(a > 0)", "b != ''", '"C" >= 1', "a is not null", "(a) in (1, 2, 3)")
