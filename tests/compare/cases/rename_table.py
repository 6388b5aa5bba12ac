# rename: customers:clients
import sqlalchemy as sa


def tables(m, name):
    sa.Table(
        name,
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("email", sa.String(50), index=True),
        sa.UniqueConstraint("email", name="uq_email"),
        sa.CheckConstraint("email <> ''", name="ck_email"),
    )
    sa.Table("orders", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("who", sa.ForeignKey(f"{name}.id", name="fk_who")))


def before(m):
    tables(m, "customers")


def after(m):
    tables(m, "clients")
