# limbec: --compare checks
import sqlalchemy as sa


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.String(10)),
        sa.CheckConstraint("a > 0", name="ck_a"),
        sa.CheckConstraint("a<100 AND (b IN ('x','y'))", name="ck_same"),
        sa.CheckConstraint("length(b) > 1", name="ck_gone"),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.String(10)),
        sa.CheckConstraint("a > 10", name="ck_a"),
        sa.CheckConstraint("(a < 100 and (b in ('x', 'y')))", name="ck_same"),
        sa.CheckConstraint("length(b) < 9", name="ck_new"),
    )
